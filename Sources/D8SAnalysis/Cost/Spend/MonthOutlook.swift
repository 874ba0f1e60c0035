package import D8SModel

/// Where a month's spend is expected to end.
///
/// Use is forecast day by day (see `Forecaster`) with a weekly season where it has one. What is not
/// used but bought, taxed or credited comes as it came in the month before, if it comes every
/// month. The interval holds four of five months: it is made of the errors that the same forecast,
/// made at earlier instants, had for as many days (split-conformal: Lei et al. 2018).
package struct MonthOutlook: Hashable, Sendable {
    package let month: Month
    /// The last day whose charges are all there.
    package let through: Day
    /// Exact sum of the month up to that day.
    package let spent: ExactDecimal
    /// The month's whole spend.
    package let expected: Double
    /// Of the whole spend; nil with too short a history.
    package let interval: Interval?
    /// The sum at the end of each day after `through` to the month's end.
    package let ahead: [Step]
    package let method: String
    /// Days of use that the forecast was made from.
    package let n: Int

    package struct Step: Hashable, Sendable {
        package let day: Day
        package let expected: Double
        /// Nil with too short a history.
        package let lower: Double?
        package let upper: Double?
    }

    /// The first day on which the sum is expected to be at a limit; nil if not within the month.
    package func crossing(of limit: Double) -> Day? {
        ahead.first { $0.expected >= limit }?.day
    }

    /// The first day on which it is as likely as one in ten that the sum has reached a limit.
    package func earliestCrossing(of limit: Double) -> Day? {
        ahead.first { ($0.upper ?? $0.expected) >= limit }?.day
    }
}
