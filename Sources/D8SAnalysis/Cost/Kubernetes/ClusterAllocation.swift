import D8SModel

/// Shares what clusters cost among what runs in them, by the OpenCost specification v0.1.
///
/// A container costs the greater of what it asked for and used in each hour, times the rates of its
/// node; volumes, load balancers and traffic come on top. What a node costs and nothing was
/// allocated of is idle, whatever its sign. So the lines always come to the whole.
package struct ClusterAllocation: Sendable {
    let use: ClusterUse
    let rates: Rates
    var nodes: [NodeID: PricedNode] = [:]
    var lines: [LineID: AllocationLine] = [:]
    var daily: DailyCosts
    var gaps: [CostGap] = []
    /// What the assets cost, added up apart from the lines.
    var assets = ExactSum()

    private init(_ use: ClusterUse, _ rates: Rates) {
        self.use = use
        self.rates = rates
        daily = DailyCosts(days: use.hours.days)
    }

    /// The cost of everything in a window.
    ///
    /// - Parameters:
    ///   - use: What there was and what was used of it; its order changes nothing.
    ///   - rates: What it costs.
    /// - Returns: The cost, of which the lines come to the whole.
    package static func cost(of use: ClusterUse, rates: Rates) -> ClusterCost {
        var allocation = ClusterAllocation(use, rates)
        allocation.priceNodes()
        for container in use.containers { allocation.add(container) }
        allocation.addIdle()
        for volume in use.volumes { allocation.add(volume) }
        allocation.addDaily(use.loadBalancers, rate: rates.loadBalancer, to: \.loadBalancer)
        allocation.addDaily(use.traffic, rate: rates.network, to: \.network)
        allocation.addOverhead()
        return allocation.result
    }

    private var result: ClusterCost {
        var cost = ClusterCost(
            hours: use.hours,
            rates: rates,
            lines: lines.values.sorted { LineID($0) < LineID($1) },
            nodes: nodes.values.map(\.cost).sorted {
                ($0.cluster, $0.name) < ($1.cluster, $1.name)
            },
            volumes: use.volumes.map { VolumeCost(use: $0, cost: price(of: $0).total) }
                .sorted { ($0.use.cluster, $0.use.name) < ($1.use.cluster, $1.use.name) },
            daily: daily,
            gaps: [],
            hoursSeen: use.hoursSeen,
            problems: use.problems
        )
        var gaps = self.gaps
        let difference = (assets.value ?? .zero).minus(cost.total)
        if !difference.isZero {
            gaps.append(CostGap(kind: .difference, place: CostPlace(), amount: difference))
        }
        cost.gaps = gaps.sorted {
            ($0.kind.rawValue, $0.place, $0.resource)
                < ($1.kind.rawValue, $1.place, $1.resource)
        }
        return cost
    }
}

/// What tells one line from another.
struct LineID: Hashable, Comparable {
    let kind: String
    let place: CostPlace

    init(_ line: AllocationLine) {
        (kind, place) = (line.kind.rawValue, line.place)
    }

    static func < (left: LineID, right: LineID) -> Bool {
        (left.place, left.kind) < (right.place, right.kind)
    }
}

extension [Double] {
    func at(_ index: Int) -> Double { indices.contains(index) ? self[index] : 0 }
}
