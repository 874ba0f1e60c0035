package import D8SModel

/// The greatest few of many entities, as lying bars from the greatest down, each with its value.
package struct RankBarChart: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var label: String
        /// Nil is not known: it stands in no rank and is not drawn.
        package var value: Double?
        /// Nil takes the chart's ink.
        package var ink: Ink?

        package init(label: String, value: Double?, ink: Ink? = nil) {
            self.label = label
            self.value = value
            self.ink = ink
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    /// In any order; equal values are ranked by their labels.
    package var entries: [Entry]
    /// How many are drawn at the most.
    package var limit: Int
    /// Whether the least come first, as where less is worse.
    package var leastFirst: Bool
    package var unit: Unit
    package var format: Format
    package var ink: Ink

    package init(
        title: String,
        entries: [Entry],
        limit: Int = 10,
        leastFirst: Bool = false,
        unit: Unit,
        format: Format,
        ink: Ink = .series
    ) {
        self.title = title
        self.entries = entries
        self.limit = limit
        self.leastFirst = leastFirst
        self.unit = unit
        self.format = format
        self.ink = ink
    }
}
