import D8SModel

/// What the weeks of one series might mean, before it is known how many series were looked at.
struct TrendSign: Sendable {
    enum Kind: Sendable {
        /// The last night is not as usual.
        case odd(Anomaly)
        /// The level is another one than before.
        case shift(Shift)
        /// It varies more or less than before, from what those before it foretell.
        case spread(Shift)
        /// It rises or falls slowly: in the measure's unit a day.
        case creep(perDay: Double, interval: Interval)
    }

    let kind: Kind
    /// Probability of as clear a sign in a series that has none.
    let p: Double
    let pack: Pack
    let measure: PackMeasure
    /// What `$window` stood for in its query, in milliseconds.
    let rateWindow: Int64
    let series: Series
    /// The series at every step of the window.
    let values: [Double]
    /// What was expected of each point of the last night, and its 95 % interval.
    let scores: [AnomalyScore]
    /// What comes next; only for a slope towards a limit.
    var forecast: Forecast?
    var crossing: Crossing?

    /// When it will be beyond a limit.
    struct Crossing: Sendable {
        let threshold: PackThreshold
        /// Steps from the end on: expected, and the first that is as likely as one in forty.
        let expected: Int
        let early: Int?
    }

    /// How much it went, as a part of what it was; nil where it was 0.
    var relative: Double? {
        let (before, after) = span
        return before == 0 ? nil : (after - before) / abs(before)
    }

    /// What it was and what it is.
    var span: (before: Double, after: Double) {
        switch kind {
        case .odd(let anomaly): return (anomaly.expected, anomaly.value)
        case .shift(let shift), .spread(let shift): return (shift.before, shift.after)
        case .creep:
            let known = values.filter(\.isFinite)
            let first = Quantile.median(of: Array(known.prefix(TrendWindow.night))) ?? 0
            let last = Quantile.median(of: Array(known.suffix(TrendWindow.night))) ?? 0
            return (first, last)
        }
    }

    var isRise: Bool { span.after > span.before }
}
