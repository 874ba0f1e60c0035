package import D8SModel

/// One value against its target: how much it is, what is wanted, how far that is.
package struct GaugeChart: Hashable, Sendable {
    /// The words around the numbers.
    package struct Words: Hashable, Sendable {
        package var target: String
        /// After a distance: `above target`.
        package var above: String
        package var below: String
        /// In the place of a distance: `on target`.
        package var equal: String
        /// What the difference of two shares is counted in: `points`.
        package var points: String

        package init(
            target: String = "target",
            above: String = "above target",
            below: String = "below target",
            equal: String = "on target",
            points: String = "points"
        ) {
            self.target = target
            self.above = above
            self.below = below
            self.equal = equal
            self.points = points
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    /// Nil is not known.
    package var value: Double?
    package var target: Double
    /// Where a warning begins and where it is critical; drawn as zones under the bar.
    package var zones: [Threshold]
    /// The end of the scale, such as 1 for a share of a whole; nil finds a round one.
    package var limit: Double?
    package var unit: Unit
    package var format: Format
    /// Of the bar and the value.
    package var ink: Ink
    package var words: Words

    package init(
        title: String,
        value: Double?,
        target: Double,
        zones: [Threshold] = [],
        limit: Double? = nil,
        unit: Unit,
        format: Format,
        ink: Ink = .series,
        words: Words = Words()
    ) {
        self.title = title
        self.value = value
        self.target = target
        self.zones = zones
        self.limit = limit
        self.unit = unit
        self.format = format
        self.ink = ink
        self.words = words
    }
}
