import D8SModel
import D8SQuery

/// How finely one pack is looked at: by the interval at which its samples came.
struct PackTimes: Hashable, Sendable {
    /// The shortest step of a night.
    private static let shortest: Int64 = 300_000
    /// Samples rarer than this are no course of a night any more.
    private static let longest: Int64 = 6 * 3_600_000

    let asOf: Instant
    /// Milliseconds between two samples, as they came in the last day.
    let interval: Int64

    /// Times before this instant for series that have at most so many samples a day.
    init(asOf: Instant, samplesADay: Double) {
        self.asOf = asOf
        let interval = samplesADay >= 1 ? 86_400_000 / samplesADay : 0
        self.interval = min(max(Int64(interval.rounded(.up)), 1), Self.longest)
    }

    /// From one value of the night to the next.
    var step: Int64 { max(Self.shortest, interval.roundedUp(to: 60_000)) }

    /// How far an engine looks back for the latest sample: two lost ones are no gap.
    var lookback: Int64 { max(Self.shortest, 3 * interval) }

    /// What `$window` stands for at this step: four samples, and no time between two steps is
    /// left out.
    func rateWindow(step: Int64) -> Int64 { max(step, (4 * interval).roundedUp(to: 60_000)) }

    /// The last 24 hours.
    var night: QueryRange { range(days: 1, step: step) }

    /// The last seven days by the hour, or by the samples if they are rarer.
    var week: QueryRange { range(days: 7, step: max(3_600_000, step)) }

    /// The instants of so many days back from the as-of instant, which is the last of them.
    func range(days: Int64, step: Int64) -> QueryRange {
        let count = days * 86_400_000 / step
        let start = asOf.adding(seconds: -Double(count * step) / 1000)
        return QueryRange(start: start, end: asOf, step: step)
    }
}

extension Int64 {
    fileprivate func roundedUp(to unit: Int64) -> Int64 { (self + unit - 1) / unit * unit }
}
