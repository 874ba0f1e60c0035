import D8SModel

extension ClusterAllocation {
    mutating func priceNodes() {
        let days = use.hours.days.count
        for node in use.nodes.sorted(by: { $0.name < $1.name }) {
            let id = NodeID(cluster: node.cluster, name: node.name)
            var priced = nodes[id] ?? PricedNode(node, rates, days: days)
            priced.add(node, rates)
            note(
                node.days.flatMap { [$0.hours, $0.cpu, $0.memory, $0.gpu] },
                CostPlace(cluster: node.cluster, node: node.name)
            )
            nodes[id] = priced
        }
    }

    mutating func add(_ container: ContainerUse) {
        let place = container.place
        let id = NodeID(cluster: place.cluster, name: place.node)
        let isUnknown = nodes[id] == nil
        if isUnknown { nodes[id] = PricedNode(unknown: id, rates, days: use.hours.days.count) }
        guard var node = nodes.removeValue(forKey: id) else { return }
        let rates = node.cost.rates
        var whole = ResourceAmounts.zero
        for (day, use) in ContainerDays(container, use.hours) {
            let amounts = rates.amounts(of: use)
            node.allocate(amounts, day: day)
            daily.add(amounts.total, .workload, place, day: day)
            whole = whole.plus(amounts)
            note([use.cpu, use.memory, use.gpu], place)
        }
        nodes[id] = node
        let sum = container.hours.reduce(into: HourlyUse()) { $0.add($1) }
        add(AllocationLine(kind: .workload, place: place, amounts: whole, use: sum))
        if sum.cpu == 0, sum.memory == 0, !container.hours.isEmpty {
            gaps.append(CostGap(kind: .unmeasured, place: place, amount: .zero))
        }
    }

    /// What is left of each node, by the day.
    mutating func addIdle() {
        for id in nodes.keys.sorted() {
            guard let node = nodes[id] else { continue }
            let place = CostPlace(cluster: id.cluster, node: id.name)
            if node.isUnknown {
                nodes[id] = node.known
                assets.add(node.known.cost.asset.total)
                gaps.append(
                    CostGap(
                        kind: .unknownNode,
                        place: place,
                        amount: node.cost.allocated.total
                    )
                )
                continue
            }
            assets.add(node.cost.asset.total)
            for (day, idle) in node.idleByDay.enumerated() {
                daily.add(idle, .idle, place, day: day)
            }
            let idle = node.cost.idle
            add(AllocationLine(kind: .idle, place: place, amounts: idle))
            for (resource, amount) in [
                ("cpu", idle.cpu), ("memory", idle.memory), ("gpu", idle.gpu),
            ]
            where amount < .zero {
                gaps.append(
                    CostGap(kind: .negativeIdle, place: place, resource: resource, amount: amount)
                )
            }
        }
    }

    /// Says that one of the quantities of a place is no amount.
    mutating func note(_ quantities: [Double], _ place: CostPlace) {
        guard quantities.contains(where: { ExactDecimal.quantity($0) == nil }) else { return }
        let gap = CostGap(kind: .unmeasured, place: place, amount: .zero)
        if gaps.last != gap { gaps.append(gap) }
    }

    /// A line of its own, or more of the one of the same place.
    mutating func add(_ line: AllocationLine) {
        let id = LineID(line)
        guard var known = lines.removeValue(forKey: id) else { return lines[id] = line }
        known.amounts = known.amounts.plus(line.amounts)
        known.use.add(line.use)
        lines[id] = known
    }
}
