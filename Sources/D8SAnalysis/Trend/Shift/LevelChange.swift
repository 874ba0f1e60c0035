import Foundation

/// The place from which on the innovations of a series differ most from those before it, by ranks.
///
/// No tail is too heavy for ranks, and their sums are normal far out. What is not known of the
/// series' memory is an error of the scale, so that Student's distribution takes the place of the
/// normal one; what the autoregression has missed shows in sums over a day's values.
struct LevelChange {
    /// Of the first value of the new level.
    let index: Int
    /// Standard deviations that the ranks after it lie above those before.
    let score: Double
    /// Of freedom that the series' memory leaves.
    let degrees: Double
    /// Whether a straight line explains the values as well.
    let isLine: Bool
    /// Indexes that are nearly as clear (Siegmund 1988, "Confidence sets in change-point
    /// problems": likelihood ratio, 95 %).
    let place: ClosedRange<Int>

    private static let day = 24
    /// −2 ln (1 − √0.95).
    static let clearlyWorse = 7.353

    /// Of the values from `start` on; nil if they are too few, or equal.
    init?(_ values: [Double], from start: Int, fewest: Int) {
        let part = Array(values[start...])
        guard let rough = RankScan(part).best(fewest: fewest),
            let before = Quantile.median(of: Array(part[..<rough])),
            let after = Quantile.median(of: Array(part[rough...]))
        else { return nil }
        let usual = part.indices.map { part[$0] - ($0 < rough ? before : after) }
        guard let innovations = Innovations(part, usual: usual) else { return nil }
        let scan = RankScan(innovations.values)
        guard let split = scan.best(fewest: fewest) else { return nil }
        let memory = Self.corrected(innovations)
        let dependence = max(1, scan.dependence(before: split, length: Self.day)).squareRoot()
        index = start + innovations.order + split
        score = scan.scores[split] / dependence * min(1, (1 - memory) / (1 - innovations.memory))
        // The relative variance of 1 − ρ is (1 − ρ²) / n / (1 − ρ)², that of a scale is half the
        // degrees of freedom's inverse.
        degrees = max(1, Double(scan.scores.count) * (1 - memory) / (2 * (1 + memory)))
        isLine = abs(scan.line) >= abs(scan.scores[split])
        place = Self.place(split, scan, from: start + innovations.order)
    }

    /// Two-sided probability of as clear a change at the clearest of so many places.
    func p(chances: Double) -> Double {
        min(1, 2 * chances * (StudentT.upperTail(abs(score), degrees: degrees) ?? 0.5))
    }

    /// What fitting two levels takes away of the memory is given back (Kendall 1954, "Note on bias
    /// in the estimation of autocorrelation").
    private static func corrected(_ innovations: Innovations) -> Double {
        guard innovations.order > 0, !innovations.values.isEmpty else { return 0 }
        let bias = 2 * (1 + 3 * innovations.memory) / Double(innovations.values.count)
        return min(innovations.memory + bias, Innovations.most)
    }

    private static func place(
        _ split: Int,
        _ scan: RankScan,
        from offset: Int
    ) -> ClosedRange<Int> {
        let best = scan.scores[split]
        func isNear(_ place: Int) -> Bool {
            let score = scan.scores[place]
            return score * best > 0 && best * best - score * score <= clearlyWorse
        }
        var (low, high) = (split, split)
        while low > 1, isNear(low - 1) { low -= 1 }
        while high + 1 < scan.scores.count, isNear(high + 1) { high += 1 }
        return (offset + low)...(offset + high)
    }
}
