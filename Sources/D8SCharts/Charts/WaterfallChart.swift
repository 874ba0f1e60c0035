package import D8SModel

/// What led from one total to the next: lying bars, each step beginning where the one before ended.
package struct WaterfallChart: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var label: String
        /// For a total what it is, for a step what it adds (below 0: takes away).
        package var value: Double

        package init(label: String, value: Double) {
            self.label = label
            self.value = value
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    /// The total before the steps.
    package var start: Entry
    /// In the order in which they are drawn; steps that are not finite are left out.
    package var steps: [Entry]
    /// The total after the steps.
    package var end: Entry
    package var unit: Unit
    package var format: Format
    /// Which side of 0 of a step is harm; it is drawn in the ink of a warning.
    package var harm: Harm

    package init(
        title: String,
        start: Entry,
        steps: [Entry],
        end: Entry,
        unit: Unit,
        format: Format,
        harm: Harm = .up
    ) {
        self.title = title
        self.start = start
        self.steps = steps
        self.end = end
        self.unit = unit
        self.format = format
        self.harm = harm
    }
}
