import Foundation

/// Scores each point of a series by what was known before it, and by nothing else.
///
/// Five statistics are compared with their own past (``PastValues``): the value, its change, the
/// mean and the spread of the last points, and the difference from the seasons before. What is odd in
/// several of them is odd; a single one can chance to be. The mean of their probabilities with
/// exponent −1/8, times (7/8)^−8, is a probability whatever their dependence (Vovk & Wang 2020,
/// "Combining p-values via averaging", theorem 2): near the geometric mean, with an ear for the
/// one that cries. After an event, nothing counts for a season unless it is odder.
package struct OnlineAnomaly: Sendable {
    /// The last values, NaN for a gap; the newest is the last of them.
    private var window: RecentValues
    private let season: Int?
    private var seen = 0
    private var values = PastValues()
    private var changes = PastValues()
    private var means = PastValues()
    private var spreads = PastValues()
    private var differences = PastValues()
    private var errors = PastValues()
    private var event = Event()

    private static let shortMean = 5
    private static let spreadLength = 24
    private static let oddEnough = 1.8
    /// The exponent of the mean, negative, and what makes the mean a probability again.
    private static let exponent = 0.125
    private static let correction = 2.9102853680465293

    /// The season is in steps (a day of hours is 24); nil if the series has none that is known.
    package init(season: Int? = nil) {
        self.season = season.flatMap { $0 > 1 ? $0 : nil }
        let longest = max(Self.spreadLength, 2 * (self.season ?? 0) + Self.shortMean)
        window = RecentValues(capacity: longest + 1)
    }

    /// Scores all points of a series from the first on.
    package static func scores(_ series: [Double], season: Int? = nil) -> [AnomalyScore] {
        var online = OnlineAnomaly(season: season)
        return series.map { online.score($0) }
    }

    /// Scores the next point and learns from it; NaN and infinities are gaps.
    package mutating func score(_ value: Double) -> AnomalyScore {
        let value = value.isFinite ? value : .nan
        let expected = expectation
        let lower = expected.flatMap { error(0.025, $0) }
        let upper = expected.flatMap { error(0.975, $0) }
        window.append(value)
        seen += 1
        guard !value.isNaN else {
            return AnomalyScore(expected: expected, lower: lower, upper: upper, score: 0, p: nil)
        }
        if let expected { errors.remember(value - expected) }
        let surprise = surprise(of: value)
        let shown = surprise.map { event.admit($0, at: seen, rest: rest) } ?? 0
        return AnomalyScore(
            expected: expected,
            lower: lower,
            upper: upper,
            score: shown / (1 + shown),
            p: surprise.map { min(1, Self.correction * pow(10, -$0)) }
        )
    }

    /// How long an event is one event: a season; without one, 4 % of what was seen.
    private var rest: Int { season ?? seen / 25 }

    /// The mean of the last few values, moved as the series moved from there one season ago.
    private var expectation: Double? {
        guard let level = window.mean(of: Self.shortMean, before: 0) else { return nil }
        guard let season, let past = window.value(before: season - 1),
            let pastLevel = window.mean(of: Self.shortMean, before: season)
        else { return level }
        return level + past - pastLevel
    }

    private func error(_ share: Double, _ expected: Double) -> Double? {
        errors.quantile(share).map { expected + $0 }
    }

    /// −log10 of the mean of what each statistic finds; nil if none has a past yet.
    private mutating func surprise(of value: Double) -> Double? {
        var sum = 0.0
        var count = 0.0
        func add(_ surprise: Double?) {
            guard let surprise else { return }
            sum += pow(10, Self.exponent * surprise)
            count += 1
        }
        add(Self.judge(value, &values, isTwoSided: true))
        add(Self.judge(window.mean(of: Self.shortMean, before: 0), &means, isTwoSided: true))
        add(Self.judge(window.change.map(abs), &changes, isTwoSided: false))
        add(Self.judge(window.spread(of: Self.spreadLength), &spreads, isTwoSided: false))
        add(Self.judge(difference(of: value), &differences, isTwoSided: true))
        return count > 0 ? log10(sum / count) / Self.exponent : nil
    }

    /// The smaller of the differences from one and from two seasons ago, since what was odd a season
    /// ago must not make today odd.
    private func difference(of value: Double) -> Double? {
        guard let season else { return nil }
        let first = window.value(before: season).map { value - $0 }
        let second = window.value(before: 2 * season).map { value - $0 }
        guard let first, let second else { return first ?? second }
        return abs(first) <= abs(second) ? first : second
    }

    private static func judge(
        _ statistic: Double?,
        _ past: inout PastValues,
        isTwoSided: Bool
    ) -> Double? {
        guard let statistic else { return nil }
        defer { past.remember(statistic) }
        guard past.isEnough else { return nil }
        return isTwoSided ? past.surprise(statistic) : past.surpriseAbove(statistic)
    }

    /// The last odd event: one real event gives one finding.
    private struct Event {
        private var end = 0
        private var height = 0.0

        mutating func admit(_ surprise: Double, at time: Int, rest: Int) -> Double {
            if time <= end, surprise <= height { return 0 }
            if surprise >= OnlineAnomaly.oddEnough {
                end = time + rest
                height = surprise
            }
            return surprise
        }
    }
}
