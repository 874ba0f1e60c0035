package import D8SModel

/// Bars over time, each made of parts that add up to a total.
///
/// Up to six parts have a colour and a name, the others are one grey part. A bar in which no part
/// has a value is a gap and keeps its place.
package struct StackedBarChart: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package var label: String
        /// A value for each bar; nil, or none, adds nothing to it.
        package var values: [Double?]

        package init(label: String, values: [Double?]) {
            self.label = label
            self.values = values
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    /// The first instant of each bar's span, in order.
    package var times: [Instant]
    /// From the foot up, the most important first.
    package var parts: [Part]
    package var unit: Unit
    package var format: Format
    /// The name of the seventh and all further parts together.
    package var otherWord: String

    package init(
        title: String,
        times: [Instant],
        parts: [Part],
        unit: Unit,
        format: Format,
        otherWord: String = "other"
    ) {
        self.title = title
        self.times = times
        self.parts = parts
        self.unit = unit
        self.format = format
        self.otherWord = otherWord
    }
}
