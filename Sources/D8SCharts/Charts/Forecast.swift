package import D8SModel

/// Where a measure is going: its likely course and how sure that is.
package struct Forecast: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package var time: Instant
        /// The likely value; nil is a gap.
        package var value: Double?
        /// Where four values in five will lie; nil if that is not known.
        package var inner: Interval?
        /// Where 19 values in 20 will lie; nil if that is not known.
        package var outer: Interval?

        package init(
            time: Instant,
            value: Double?,
            inner: Interval? = nil,
            outer: Interval? = nil
        ) {
            self.time = time
            self.value = value
            self.inner = inner
            self.outer = outer
        }
    }

    /// Written before the last likely value: `forecast`.
    package var label: String
    /// In order of time; the first one may be the last that was measured.
    package var points: [Point]
    package var ink: Ink

    package init(label: String, points: [Point], ink: Ink = .info) {
        self.label = label
        self.points = points
        self.ink = ink
    }
}
