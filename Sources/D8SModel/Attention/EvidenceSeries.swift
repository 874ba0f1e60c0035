/// A measure in time as an item shows it.
package struct EvidenceSeries: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let time: Instant
        /// Nil is a gap.
        package let value: Double?

        package init(time: Instant, value: Double?) {
            self.time = time
            self.value = value
        }
    }

    package struct Annotation: Hashable, Sendable {
        package let time: Instant
        package let label: String

        package init(time: Instant, label: String) {
            self.time = time
            self.label = label
        }
    }

    /// What is drawn, as a statement: `Change fail rate per week`.
    package let title: String
    package let unit: Unit
    /// In order of time.
    package let points: [Point]
    /// Where the values usually lie; nil if that is not known.
    package let normal: Interval?
    /// What the values should stay on the good side of; nil if nobody set it.
    package let target: Double?
    /// What people call the target: `budget`.
    package let targetName: String
    /// Levels beyond which it needs attention; empty if there are none.
    package let limits: [PackThreshold]
    /// When it changed; nil if it did not change at one moment.
    package let change: Instant?
    package let annotations: [Annotation]
    /// What was expected where it was not as usual, or what comes next; nil if that is not said.
    package let expected: ExpectedCourse?

    package init(
        title: String,
        unit: Unit,
        points: [Point],
        normal: Interval? = nil,
        target: Double? = nil,
        targetName: String = "target",
        limits: [PackThreshold] = [],
        change: Instant? = nil,
        annotations: [Annotation] = [],
        expected: ExpectedCourse? = nil
    ) {
        self.title = title
        self.unit = unit
        self.points = points
        self.normal = normal
        self.target = target
        self.targetName = targetName
        self.limits = limits
        self.change = change
        self.annotations = annotations
        self.expected = expected
    }
}
