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
    /// What is as clear as this needs no other way to be seen.
    private static let sure = 1e-7

    /// - Parameters:
    ///   - series: NaN is a gap.
    ///   - seasons: In steps (24 and 168 for hours), none for an empty list.
    ///   - range: Where events are looked for (the last night); in the whole series if it is nil.
    ///   - steady: The series without all that may repeat, also what is too faint to be sure of:
    ///     rows of odd points are looked for in it, instead of medians of three.
    package init(
        _ series: [Double],
        seasons: [Int] = [],
        in range: Range<Int>? = nil,
        steady: [Double]? = nil
    ) {
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
        let single = runs.filter { $0.overlaps(looked) }.compactMap { run in
            Self.event(run.clamped(to: looked), series, parts.expected, odds, known)
        }
        let turned = range == nil ? nil : Self.turned(parts, series, looked)
        // A day of another rhythm explains its hours.
        let isTold = turned.map { $0.p < Self.sure } ?? false
        let several =
            steady.map { steady in
                isTold ? [] : Self.together(parts, series, looked, steady: steady)
            } ?? Self.lasting(parts, series, looked)
        events = Self.joined(single + several + [turned].compactMap(\.self))
    }

    /// Three points of which two are odd are odder than one: their median has half as heavy a tail.
    private static func lasting(
        _ parts: SeasonalResidual,
        _ series: [Double],
        _ looked: Range<Int>
    ) -> [Anomaly] {
        let middles = middles(parts.residual)
        let tails = ResidualTails(
            middles,
            shape: GeneralizedPareto.usualShapeOfLasting,
            caution: ResidualTails.cautionOfLasting
        )
        let runs = runs(middles, tails).filter { $0.overlaps(looked) }
        var odds = [Double?](repeating: nil, count: series.count)
        for run in runs {
            let whole = max(0, run.lowerBound - 2)..<min(series.count, run.upperBound + 2)
            for index in run { odds[index] = tails.probability(middles[index], without: whole) }
        }
        let known = looked.count { middles[$0].isFinite }
        return runs.compactMap { run in
            event(run.clamped(to: looked), series, parts.expected, odds, known)
        }
    }

    /// The median of each point and its neighbours; NaN at gaps and ends.
    private static func middles(_ residual: [Double]) -> [Double] {
        residual.indices.map { index in
            guard index > 0, index + 1 < residual.count else { return .nan }
            let (a, b, c) = (residual[index - 1], residual[index], residual[index + 1])
            guard a.isFinite, b.isFinite, c.isFinite else { return .nan }
            return max(min(a, b), min(max(a, b), c))
        }
    }

    /// Several points of the range, odd together.
    private static func together(
        _ parts: SeasonalResidual,
        _ series: [Double],
        _ looked: Range<Int>,
        steady: [Double]
    ) -> [Anomaly] {
        guard let found = OddHours(steady, in: looked),
            let peak = found.range.max(by: { size(parts, $0) < size(parts, $1) }),
            parts.residual[peak].isFinite
        else { return [] }
        return [
            Anomaly(
                range: found.range,
                peak: peak,
                value: series[peak],
                expected: parts.expected[peak],
                p: found.p
            )
        ]
    }

    /// The whole range, where its season is another one.
    private static func turned(
        _ parts: SeasonalResidual,
        _ series: [Double],
        _ looked: Range<Int>
    ) -> Anomaly? {
        guard looked.upperBound == series.count,
            let p = SeasonChange.p(parts, length: looked.count),
            let peak = looked.max(by: { size(parts, $0) < size(parts, $1) })
        else { return nil }
        return Anomaly(
            range: looked.lowerBound...(looked.upperBound - 1),
            peak: peak,
            value: series[peak],
            expected: parts.expected[peak],
            p: p
        )
    }

    private static func size(_ parts: SeasonalResidual, _ index: Int) -> Double {
        parts.residual[index].isFinite ? abs(parts.residual[index]) : -1
    }

    /// One real event is one event, told by the clearest of three; three ways to look are three
    /// chances.
    private static func joined(_ found: [Anomaly]) -> [Anomaly] {
        let all = found.sorted { ($0.p, $0.peak) < ($1.p, $1.peak) }
        var kept: [Anomaly] = []
        for one in all where !kept.contains(where: { $0.range.overlaps(one.range) }) {
            kept.append(one)
        }
        return kept.map(\.ofThree).sorted { $0.peak < $1.peak }
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
