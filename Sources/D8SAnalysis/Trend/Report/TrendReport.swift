package import D8SModel

/// What is known of one series: how odd its points are, where its level shifted, where it creeps,
/// and what comes next.
package struct TrendReport: Sendable {
    /// One row of the series.
    package struct Point: Hashable, Sendable {
        package var time: Instant
        /// In the unit of the series; nil is a gap.
        package var value: Double?
        /// What was expected, and the 95 % interval; nil where too little is known.
        package var expected: Double?
        package var lower: Double?
        package var upper: Double?
        /// From 0 to 1; higher is odder.
        package var score: Double
        /// Probability of a point at least as odd if nothing has changed; nil where that is not
        /// known.
        package var p: Double?
    }

    /// A change that lasts.
    package struct ChangePoint: Equatable, Sendable {
        /// The first time after it.
        package var time: Instant
        /// What changed, and so what the numbers are: a level, a slope per step, or a standard
        /// deviation.
        package var kind: Shift.Kind
        /// What it was and what it is.
        package var before: Double
        package var after: Double
        /// `after` less `before`.
        package var effect: Double
        /// Probability of such a shift where there is none.
        package var p: Double
        /// The 95 % interval of the effect; nil if it is not known.
        package var interval: Interval?
    }

    /// A slow rise or fall.
    package struct Slope: Hashable, Sendable {
        package var method: String
        /// In the unit of the series for a day; for a row where the rows have no times.
        package var perDay: Double
        /// The 95 % interval of the slope.
        package var interval: Interval
        /// Two-sided; 1 if nothing varies.
        package var p: Double
    }

    /// In order of time, one for each row.
    package var points: [Point]
    /// In order of time.
    package var changePoints: [ChangePoint]
    /// Nil with too few values.
    package var trend: Slope?
    /// Nil with too few values, or where none was asked for.
    package var forecast: Forecast?
    /// The times of the forecast's steps.
    package var forecastTimes: [Instant]
    package var step: SeriesStep
    /// The periods in steps that the series has; empty: none.
    package var season: [Int]
    /// How the points were judged.
    package var method: String
    /// How many values there are.
    package var n: Int
    /// What a reader must know, in fixed order.
    package var notes: [String]
}
