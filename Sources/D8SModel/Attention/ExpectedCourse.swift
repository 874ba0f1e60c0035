/// What a measure was expected to do, or is: a likely course and how sure that is.
package struct ExpectedCourse: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let time: Instant
        /// The likely value, in the unit of the measure; nil is a gap.
        package let value: Double?
        /// Where four values in five lie; nil if that is not known.
        package let inner: Interval?
        /// Where 19 values in 20 lie; nil if that is not known.
        package let outer: Interval?

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

    /// Written at its end: `usual`, `expected`.
    package let label: String
    /// In order of time.
    package let points: [Point]

    package init(label: String, points: [Point]) {
        self.label = label
        self.points = points
    }
}
