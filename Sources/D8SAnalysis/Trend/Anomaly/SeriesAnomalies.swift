import Foundation

/// Judges all points of a series by all others, once a night.
///
/// Residuals (``SeasonalResidual``) are compared with the series' own: a conformal p-value
/// (Laxhammar 2014) whose tail beyond the outermost sixteenth on each side is a generalized Pareto distribution
/// (peaks over threshold; Davison & Smith 1990, "Models for Exceedances over High Thresholds"), so
/// that it can be smaller than one in as many points as there are. An event never counts as a
/// reason for itself: its points are left out of the tail it is judged by.
package struct SeriesAnomalies: Sendable {
    /// For each point.
    package let points: [AnomalyScore]
    /// Neighbouring odd points, each run once, in order of time.
    package let events: [Anomaly]

    /// Fewest known points: with less, nothing is odd.
    static let fewest = 50
    /// Odd points with no more than so many usual ones between them are one event.
    private static let pause = 3

    /// The seasons are in steps (24 and 168 for hours), none for an empty list; events are looked
    /// for in `range` only (the last night), in the whole series if it is nil.
    package init(_ series: [Double], seasons: [Int] = [], in range: Range<Int>? = nil) {
        let parts = SeasonalResidual(series, seasons: seasons)
        let tails = ResidualTails(parts.residual)
        let looked = (range ?? 0..<series.count).clamped(to: 0..<series.count)
        let runs = Self.runs(parts.residual, tails)
        var odds = parts.residual.map { tails.probability($0) }
        for run in runs {
            for index in run where !parts.residual[index].isNaN {
                odds[index] = tails.probability(parts.residual[index], without: run)
            }
        }
        points = series.indices.map { index in
            Self.score(parts.expected[index], odds[index], tails)
        }
        let known = looked.count { odds[$0] != nil }
        events = runs.filter { $0.overlaps(looked) }.compactMap { run in
            Self.event(run.clamped(to: looked), series, parts.expected, odds, known)
        }
    }

    private static func score(
        _ expected: Double,
        _ odds: Double?,
        _ tails: ResidualTails
    ) -> AnomalyScore {
        let surprise = odds.map { -log10(max($0, 1e-300)) } ?? 0
        let isKnown = expected.isFinite
        return AnomalyScore(
            expected: isKnown ? expected : nil,
            lower: isKnown ? tails.lower.map { expected + $0 } : nil,
            upper: isKnown ? tails.upper.map { expected + $0 } : nil,
            score: surprise / (1 + surprise),
            p: odds
        )
    }

    /// Runs of points beyond the thresholds.
    private static func runs(_ residual: [Double], _ tails: ResidualTails) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in residual.indices where tails.isBeyond(residual[index]) {
            if let last = runs.last, index - last.upperBound <= pause {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    /// The run's oddest point stands for it; each point looked at was a chance to be so.
    private static func event(
        _ run: Range<Int>,
        _ series: [Double],
        _ expected: [Double],
        _ odds: [Double?],
        _ looked: Int
    ) -> Anomaly? {
        let peak = run.min { (odds[$0] ?? 2) < (odds[$1] ?? 2) }
        guard let peak, let least = odds[peak] else { return nil }
        return Anomaly(
            range: run.lowerBound...(run.upperBound - 1),
            peak: peak,
            value: series[peak],
            expected: expected[peak],
            p: min(1, least * Double(looked))
        )
    }
}
