import Foundation

/// The rank-sum test of two samples (Wilcoxon 1945; Mann & Whitney 1947), one-sided, by the exact
/// permutation distribution of the mid-ranks, so that ties need no correction.
package enum RankSum {
    /// Probability of the first sample ranking as high as it does, or higher, if both come from the
    /// same distribution; nil if a sample is empty or holds a NaN.
    ///
    /// Above 0.2 the normal approximation with tie correction is given: nobody acts on such a
    /// value.
    package static func higher(_ first: [Double], than second: [Double]) -> Double? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        guard !(first + second).contains(where: \.isNaN) else { return nil }
        let ranks = Ranks.doubled(first + second)
        let sum = ranks.prefix(first.count).reduce(0, +)
        let rough = approximation(ranks, first.count, sum)
        guard rough < 0.2, ranks.count <= 120 else { return rough }
        return exact(ranks, first.count, sum)
    }

    /// The smallest probability that samples of these sizes can give: one over the number of ways
    /// to choose the first.
    package static func smallest(_ first: Int, _ second: Int) -> Double {
        guard first > 0, second > 0 else { return 1 }
        return exp(-Binomial.logChoose(first + second, first))
    }

    /// The same by the normal approximation, with correction for ties and continuity.
    static func approximation(_ ranks: [Int], _ count: Int, _ sum: Int) -> Double {
        let all = Double(ranks.count)
        let mean = Double(ranks.reduce(0, +)) / all
        let spread = ranks.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        let drawn = Double(count)
        guard all > 1, spread > 0 else { return 1 }
        let variance = drawn * (all - drawn) / (all * (all - 1)) * spread
        return Normal.upperTail((Double(sum) - 1 - drawn * mean) / variance.squareRoot())
    }

    /// Probability of a sum as high, or higher, by counting the subsets of `count` ranks by their
    /// sum.
    static func exact(_ ranks: [Int], _ count: Int, _ sum: Int) -> Double {
        let top = ranks.sorted(by: >).prefix(count).reduce(0, +)
        let width = top + 1
        var ways = [Double](repeating: 0, count: (count + 1) * width)
        ways[0] = 1
        for (seen, rank) in ranks.enumerated() {
            for chosen in stride(from: min(seen + 1, count), to: 0, by: -1) {
                let (from, to) = ((chosen - 1) * width, chosen * width)
                for total in stride(from: width - 1, through: rank, by: -1) {
                    ways[to + total] += ways[from + total - rank]
                }
            }
        }
        let row = ways[(count * width)...]
        return row.suffix(width - sum).reduce(0, +) / row.reduce(0, +)
    }
}
