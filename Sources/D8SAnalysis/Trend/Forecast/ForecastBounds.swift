/// The limits that a series cannot pass by its nature: zero for a count, its size for a disk.
package struct ForecastBounds: Hashable, Sendable {
    /// The least possible value; nil: none.
    package let lower: Double?
    /// The greatest possible value; nil: none.
    package let upper: Double?

    package init(lower: Double? = nil, upper: Double? = nil) {
        self.lower = lower
        self.upper = upper
    }

    /// No limits.
    package static let none = ForecastBounds()
    /// For counts, sizes and durations.
    package static let nonNegative = ForecastBounds(lower: 0)

    /// The nearest value within the limits; where they contradict each other the upper one holds.
    func clamp(_ value: Double) -> Double {
        var value = value
        if let lower, value < lower { value = lower }
        if let upper, value > upper { value = upper }
        return value
    }
}
