import D8SModel

extension ClusterAllocation {
    func price(of volume: VolumeUse) -> [ExactDecimal] {
        let rate = rates.storage(of: volume)
        return use.hours.days.indices.map { day in
            ExactDecimal(quantity: volume.capacity.at(day)).times(rate)
        }
    }

    /// What is claimed costs those who mount it, evenly; the rest is idle.
    mutating func add(_ volume: VolumeUse) {
        let rate = rates.storage(of: volume)
        let prices = price(of: volume)
        note(
            volume.capacity,
            CostPlace(cluster: volume.cluster, namespace: volume.claimNamespace)
        )
        assets.add(prices.total)
        let claimant = CostPlace(cluster: volume.cluster, namespace: volume.claimNamespace)
        let users = (volume.users.isEmpty ? [claimant] : volume.users).sorted()
        for (day, price) in prices.enumerated() {
            let claimed =
                volume.claim.isEmpty
                ? ExactDecimal.zero
                : min(price, ExactDecimal(quantity: volume.claimed.at(day)).times(rate))
            let even = [ExactDecimal](repeating: .zero, count: users.count)
            for (user, part) in zip(users, Apportionment.parts(of: claimed, by: even)) {
                add(part, .workload, user, \.storage, day: day)
            }
            let rest = CostPlace(cluster: volume.cluster)
            add(price.minus(claimed), .idle, rest, \.storage, day: day)
        }
    }

    mutating func addDaily(
        _ uses: [DailyUse],
        rate: ExactDecimal,
        to part: WritableKeyPath<ResourceAmounts, ExactDecimal>
    ) {
        guard rate > .zero else { return }
        for use in uses {
            for (day, quantity) in use.days.enumerated() {
                let amount = ExactDecimal(quantity: quantity).times(rate)
                assets.add(amount)
                add(amount, .workload, use.place, part, day: day)
            }
        }
    }

    /// A cluster is managed for as long as the node that was there longest.
    mutating func addOverhead() {
        guard rates.cluster > .zero else { return }
        let clusters = Dictionary(grouping: use.nodes, by: \.cluster)
        for (cluster, nodes) in clusters {
            for day in use.hours.days.indices {
                let hours = nodes.map { $0.days.indices.contains(day) ? $0.days[day].hours : 0 }
                let amount = ExactDecimal(quantity: hours.max() ?? 0).times(rates.cluster)
                assets.add(amount)
                add(amount, .overhead, CostPlace(cluster: cluster), \.overhead, day: day)
            }
        }
    }

    mutating func add(
        _ amount: ExactDecimal,
        _ kind: AllocationLine.Kind,
        _ place: CostPlace,
        _ part: WritableKeyPath<ResourceAmounts, ExactDecimal>,
        day: Int
    ) {
        guard !amount.isZero else { return }
        var amounts = ResourceAmounts.zero
        amounts[keyPath: part] = amount
        daily.add(amount, kind, place, day: day)
        add(AllocationLine(kind: kind, place: place, amounts: amounts))
    }
}
