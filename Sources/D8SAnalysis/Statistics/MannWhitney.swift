import Foundation

/// Whether one sample lies above another (Wilcoxon 1945; Mann & Whitney 1947), both tails and the
/// probability of the one being the higher.
package struct MannWhitney: Hashable, Sendable {
    /// Pairs in which the first sample is the higher, ties by half.
    package let u: Double
    /// Share of such pairs: 0.5 if none is the higher, 1 if the first always is.
    package let superiority: Double
    /// Probability of the first ranking as high, or higher, if both are from one distribution.
    package let pHigher: Double
    /// Probability of the first ranking as low, or lower.
    package let pLower: Double
    /// Whether the probabilities are exact, with ties or without; else by the normal approximation
    /// with correction for ties and continuity, as SciPy's.
    package let isExact: Bool

    /// Probability of as large a difference in either direction.
    package var p: Double { min(1, 2 * min(pHigher, pLower)) }

    /// Nil if a sample is empty or holds a NaN.
    ///
    /// Exact up to 40 values in all.
    package init?(_ first: [Double], _ second: [Double]) {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        let all = first + second
        guard !all.contains(where: \.isNaN) else { return nil }
        let ranks = Ranks.doubled(all)
        let count = first.count
        let sum = ranks.prefix(count).reduce(0, +)
        u = Double(sum - count * (count + 1)) / 2
        superiority = u / (Double(count) * Double(second.count))
        isExact = all.count <= 40
        // Turned round, ranks count from the other end: 2(n + 1) less each.
        let turned = ranks.map { 2 * (all.count + 1) - $0 }
        let low = turned.prefix(count).reduce(0, +)
        if isExact {
            pHigher = RankSum.exact(ranks, count, sum)
            pLower = RankSum.exact(turned, count, low)
        } else {
            pHigher = RankSum.approximation(ranks, count, sum)
            pLower = RankSum.approximation(turned, count, low)
        }
    }
}
