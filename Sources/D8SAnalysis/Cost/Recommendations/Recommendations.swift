package import D8SModel

/// What could be saved, each on what those before it left: so the savings add up, and together
/// never exceed what is spent.
package struct Recommendations: Hashable, Sendable {
    /// By priority.
    package let all: [Recommendation]
    /// The savings of a month, by currency.
    package let savings: [Money]
    /// What is spent in a month on what was looked at, by currency; never below the savings.
    package let spend: [Money]

    /// - Parameters:
    ///   - use: What clusters had and what was used of it; nil without a cluster.
    ///   - rates: What it costs.
    ///   - pipelines: What runs of pipelines cost; they run in the clusters, if there are any.
    ///   - commitments: Commitments that were not used.
    ///   - policy: When something is worth saying.
    package init(
        of use: ClusterUse?,
        rates: Rates,
        pipelines: PipelineCosts?,
        commitments: [UnusedCommitment] = [],
        _ policy: RecommendationPolicy = RecommendationPolicy()
    ) {
        var found: [Recommendation] = []
        var most = ExactDecimal.zero
        if let use {
            let cluster = ClusterSavings(use, rates, policy)
            found += cluster.recommendations
            most = max(most, cluster.perMonth)
        }
        if let pipelines {
            let savings = PipelineSavings(pipelines, policy)
            found += savings.recommendations
            most = max(most, savings.perMonth)
        }
        let kept = Self.capped(found, by: most, policy)
        let unused = commitments.map(\.recommendation)
            .filter { $0.saving.amount >= policy.leastSaving }
        all = Self.ranked(kept + unused)
        savings = Self.sums(all.map(\.saving))
        spend = Self.sums([Money(most, rates.currency)] + unused.map(\.spend))
    }

    /// Clusters and pipelines are two views of the same money, so that together they may save what
    /// the larger of them costs and no more.
    private static func capped(
        _ found: [Recommendation],
        by most: ExactDecimal,
        _ policy: RecommendationPolicy
    ) -> [Recommendation] {
        var left = most
        var kept: [Recommendation] = []
        for var recommendation in found {
            let saving = min(left, recommendation.saving.amount)
            guard saving >= policy.leastSaving, saving > .zero else { continue }
            recommendation.saving = Money(saving, recommendation.saving.currency)
            left = left.minus(saving)
            kept.append(recommendation)
        }
        return kept
    }

    private static func ranked(_ found: [Recommendation]) -> [Recommendation] {
        let sorted = found.sorted { left, right in
            left.weight == right.weight
                ? (left.kind.rawValue, left.place, left.subject)
                    < (right.kind.rawValue, right.place, right.subject)
                : left.weight > right.weight
        }
        return sorted.enumerated().map { index, recommendation in
            var ranked = recommendation
            ranked.priority = index + 1
            return ranked
        }
    }

    private static func sums(_ amounts: [Money]) -> [Money] {
        Dictionary(grouping: amounts, by: \.currency)
            .map { Money($1.map(\.amount).total, $0) }
            .filter { !$0.amount.isZero }
            .sorted { $0.currency < $1.currency }
    }
}
