/// A range that holds the true value with a stated confidence.
package struct Interval: Hashable, Sendable {
    package let low: Double
    package let high: Double
    /// For example 0.95.
    package let confidence: Double

    package init(low: Double, high: Double, confidence: Double = 0.95) {
        self.low = low
        self.high = high
        self.confidence = confidence
    }

    /// Whether this value is inside, bounds included.
    package func contains(_ value: Double) -> Bool {
        low <= value && value <= high
    }

    /// Whether the two ranges share a value.
    package func overlaps(_ other: Interval) -> Bool {
        low <= other.high && other.low <= high
    }
}
