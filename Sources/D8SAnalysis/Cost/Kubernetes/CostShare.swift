package import D8SModel

/// What one owner within a dimension costs.
package struct CostShare: Hashable, Sendable {
    package var owner: CostOwner
    /// What is its own.
    package var own: ResourceAmounts
    /// Its part of what everybody bears.
    package var shared: ExactDecimal
    package var efficiency: Efficiency

    package var total: ExactDecimal { own.total.plus(shared) }
}

extension ClusterCost {
    /// Everything by one dimension, the most expensive first; the shares come to the whole.
    ///
    /// What is shared goes to owners with a name and to the unnamed one; if there is nobody to bear
    /// it, it stays what it is.
    package func shares(
        by dimension: CostDimension,
        _ policy: SharePolicy = .none
    ) -> [CostShare] {
        let shared = lines.filter(policy.isShared)
        let owners = Self.shares(of: lines.filter { !policy.isShared($0) }, by: dimension)
        let bearers = owners.filter { $0.owner != .idle && $0.owner != .overhead }
        guard !shared.isEmpty, !bearers.isEmpty else {
            return Self.ranked(Self.shares(of: lines, by: dimension))
        }
        let pot = shared.map(\.amounts.total).total
        let parts = Apportionment.parts(of: pot, by: bearers.map { policy.weight(of: $0) })
        let parted = zip(bearers, parts).map { bearer, part in
            var share = bearer
            share.shared = part
            return share
        }
        return Self.ranked(parted + owners.filter { $0.owner == .idle || $0.owner == .overhead })
    }

    private static func shares(
        of lines: [AllocationLine],
        by dimension: CostDimension
    ) -> [CostShare] {
        var sums: [CostOwner: (amounts: ResourceAmounts, use: HourlyUse)] = [:]
        for line in lines {
            let owner = CostOwner(line.kind, line.place.name(of: dimension))
            var sum = sums.removeValue(forKey: owner) ?? (.zero, HourlyUse())
            sum.amounts = sum.amounts.plus(line.amounts)
            sum.use.add(line.use)
            sums[owner] = sum
        }
        return sums.sorted { $0.key < $1.key }.map { owner, sum in
            CostShare(
                owner: owner,
                own: sum.amounts,
                shared: .zero,
                efficiency: Efficiency(sum.use, sum.amounts)
            )
        }
    }

    private static func ranked(_ shares: [CostShare]) -> [CostShare] {
        shares.sorted { ($1.total, $0.owner) < ($0.total, $1.owner) }
    }
}

extension SharePolicy {
    fileprivate func weight(of share: CostShare) -> ExactDecimal {
        switch method {
        case .even: ExactDecimal(1)
        case .proportional: share.own.total
        case .weights(let weights):
            if case .named(let name) = share.owner { weights[name] ?? .zero } else { .zero }
        }
    }
}
