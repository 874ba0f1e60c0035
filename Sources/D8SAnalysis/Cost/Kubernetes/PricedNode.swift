import D8SModel

/// A node with its price, of which more and more is allocated.
struct PricedNode: Sendable {
    private(set) var cost: NodeCost
    /// Whether nobody knows what it has.
    let isUnknown: Bool
    private var assets: [ExactDecimal]
    private var allocated: [ExactDecimal]

    init(_ node: NodeUse, _ rates: Rates, days: Int) {
        let hours = node.days.map(\.hours).reduce(0, +)
        func mean(_ part: KeyPath<NodeUse.Capacity, Double>) -> ExactDecimal {
            let sum = node.days.map { $0[keyPath: part] }.reduce(0, +)
            return hours > 0 ? ExactDecimal(quantity: sum / hours) : .zero
        }
        let collected = rates.isDefault ? node.price : nil
        cost = NodeCost(
            cluster: node.cluster,
            name: node.name,
            kind: node.kind,
            rates: collected
                ?? rates.resources(
                    of: node.kind,
                    cores: mean(\.cpu),
                    memory: mean(\.memory),
                    gpus: mean(\.gpu)
                ),
            isControlPlane: node.isControlPlane,
            isPriceCollected: collected != nil,
            isThere: false,
            hours: 0,
            asset: .zero,
            allocated: .zero
        )
        isUnknown = false
        assets = Array(repeating: .zero, count: days)
        allocated = assets
    }

    /// A node that containers name and of which there is no capacity.
    init(unknown id: NodeID, _ rates: Rates, days: Int) {
        cost = NodeCost(
            cluster: id.cluster,
            name: id.name,
            kind: NodeKind(),
            rates: rates.base,
            isControlPlane: false,
            isPriceCollected: false,
            isThere: false,
            hours: 0,
            asset: .zero,
            allocated: .zero
        )
        isUnknown = true
        assets = Array(repeating: .zero, count: days)
        allocated = assets
    }

    /// Adds what the node had.
    mutating func add(_ node: NodeUse, _ rates: Rates) {
        for (day, capacity) in zip(assets.indices, node.days) {
            var amounts = cost.rates.amounts(of: capacity)
            if let hour = rates.hour(of: node.kind) {
                amounts = amounts.scaled(to: ExactDecimal(quantity: capacity.hours).times(hour))
            }
            cost.hours += capacity.hours
            cost.asset = cost.asset.plus(amounts)
            assets[day] = assets[day].plus(amounts.total)
        }
        if let last = node.days.last, node.days.count == assets.count {
            cost.isThere = cost.isThere || last.hours > 0
        }
    }

    mutating func allocate(_ amounts: ResourceAmounts, day: Int) {
        cost.allocated = cost.allocated.plus(amounts)
        if allocated.indices.contains(day) { allocated[day] = allocated[day].plus(amounts.total) }
    }

    var idleByDay: [ExactDecimal] { zip(assets, allocated).map { $0.minus($1) } }

    /// The same node, taken to cost what was allocated on it.
    var known: PricedNode {
        var node = self
        (node.cost.asset, node.assets) = (cost.allocated, allocated)
        return node
    }
}

/// What tells one node from another.
struct NodeID: Hashable, Comparable {
    let cluster: String
    let name: String

    static func < (left: NodeID, right: NodeID) -> Bool {
        (left.cluster, left.name) < (right.cluster, right.name)
    }
}

extension ResourceRates {
    /// What the capacity of a node costs.
    func amounts(of capacity: NodeUse.Capacity) -> ResourceAmounts {
        ResourceAmounts(
            cpu: ExactDecimal(quantity: capacity.cpu).times(cpu),
            memory: ExactDecimal(quantity: capacity.memory).times(memory),
            gpu: ExactDecimal(quantity: capacity.gpu).times(gpu)
        )
    }

    /// What was allocated costs.
    func amounts(of use: AllocatedHours) -> ResourceAmounts {
        ResourceAmounts(
            cpu: ExactDecimal(quantity: use.cpu).times(cpu),
            memory: ExactDecimal(quantity: use.memory).times(memory),
            gpu: ExactDecimal(quantity: use.gpu).times(gpu)
        )
    }
}

extension ResourceAmounts {
    /// The same ratio of processors, memory and GPUs, which come to `whole`.
    fileprivate func scaled(to whole: ExactDecimal) -> ResourceAmounts {
        let parts = Apportionment.parts(of: whole, by: [cpu, memory, gpu])
        guard parts.count == 3 else { return self }
        return ResourceAmounts(cpu: parts[0], memory: parts[1], gpu: parts[2])
    }
}
