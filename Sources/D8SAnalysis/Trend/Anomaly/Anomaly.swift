/// A time in which a series was not as it usually is at such an hour: one event.
package struct Anomaly: Equatable, Sendable {
    /// Indexes from its first to its last odd point.
    package let range: ClosedRange<Int>
    /// Index of its oddest point.
    package let peak: Int
    /// The value there, and what was expected, in the unit of the series.
    package let value: Double
    package let expected: Double
    /// Probability that among as many points as were looked at one is as odd, if nothing changed.
    package let p: Double

    package var isHigh: Bool { value > expected }

    /// The same found in one of three ways, each of which had its chance.
    var ofThree: Anomaly {
        Anomaly(range: range, peak: peak, value: value, expected: expected, p: min(1, 3 * p))
    }
}
