/// When a measure needs attention, and when no longer.
package struct PackThreshold: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable, CaseIterable {
        case above, below
    }

    package var severity: Severity
    package var side: Side
    /// Entered beyond this value, in the measure's unit.
    package var limit: Double
    /// Left at or on the good side of this value (hysteresis); the limit itself if nobody set one.
    package var clear: Double
    /// Seconds that it has to last before it counts, as Prometheus' `for`.
    package var duration: Double

    package init(
        severity: Severity,
        side: Side,
        limit: Double,
        clear: Double? = nil,
        duration: Double = 0
    ) {
        self.severity = severity
        self.side = side
        self.limit = limit
        self.clear = clear ?? limit
        self.duration = duration
    }

    /// Whether a value enters the state; NaN never does.
    package func isEntered(by value: Double) -> Bool {
        side == .above ? value > limit : value < limit
    }

    /// Whether a value leaves the state; NaN never does.
    package func isLeft(by value: Double) -> Bool {
        side == .above ? value <= clear : value >= clear
    }
}
