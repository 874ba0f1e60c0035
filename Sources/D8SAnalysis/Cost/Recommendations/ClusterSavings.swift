import D8SModel

/// What could be saved in clusters: first lower requests, then nodes that are not needed with
/// them, then volumes.
struct ClusterSavings {
    var recommendations: [Recommendation] = []
    let cost: ClusterCost
    let policy: RecommendationPolicy

    init(_ use: ClusterUse, _ rates: Rates, _ policy: RecommendationPolicy) {
        self.policy = policy
        cost = ClusterAllocation.cost(of: use, rates: rates)
        let sizings = RightSizing.all(of: use.containers, policy.rightSizing)
        let kept = addRequests(sizings, use)
        var lower = use
        let byPlace = Dictionary(uniqueKeysWithValues: kept.map { ($0.place, $0) })
        lower.containers = use.containers.map { container in
            byPlace[container.place.ofContainer]?.applied(to: container) ?? container
        }
        addNodes(ClusterAllocation.cost(of: lower, rates: rates))
        addVolumes()
    }

    /// What the clusters cost in a month, never less than the true figure by more than a millionth.
    var perMonth: ExactDecimal { cost.perMonth.amount }

    func month(_ amount: ExactDecimal) -> Money {
        Money(amount.perMonth(of: cost.hoursSeen), cost.currency)
    }
}

extension ClusterSavings {
    /// Those that save enough.
    private mutating func addRequests(
        _ sizings: [RightSizing],
        _ use: ClusterUse
    ) -> [RightSizing] {
        let rates = Dictionary(
            cost.nodes.map { (NodeID(cluster: $0.cluster, name: $0.name), $0.rates) }
        ) { first, _ in first }
        let containers = Dictionary(grouping: use.containers) { $0.place.ofContainer }
        return sizings.filter { sizing in
            let pods = containers[sizing.place] ?? []
            func price(_ container: ContainerUse) -> ExactDecimal {
                let node = NodeID(cluster: container.place.cluster, name: container.place.node)
                let price = rates[node] ?? cost.rates.base
                return ContainerDays(container, use.hours).map { price.amounts(of: $0.use).total }
                    .total
            }
            let now = pods.map(price).total
            let then = pods.map { price(sizing.applied(to: $0)) }.total
            let saving = month(now.minus(then))
            guard saving.amount >= policy.leastSaving else { return false }
            recommendations.append(recommendation(sizing, saving, now))
            return true
        }
    }

    private func recommendation(
        _ sizing: RightSizing,
        _ saving: Money,
        _ spend: ExactDecimal
    ) -> Recommendation {
        let isStateful = sizing.place.controllerKind == "StatefulSet"
        let isMemory = sizing.changes.contains { $0.resource == .memory }
        return Recommendation(
            kind: .rightSize,
            place: sizing.place,
            subject: sizing.place.name(of: .controller) + "/" + sizing.place.container,
            saving: saving,
            spend: month(spend),
            effort: .low,
            risk: isStateful && isMemory ? .high : isStateful || isMemory ? .medium : .low,
            changes: sizing.changes,
            basis: """
                What it asks for and does not use, each hour; it is saved once fewer or smaller \
                nodes are needed.
                """,
            snippet: .requests(of: sizing)
        )
    }
}
