package import D8SModel

/// Bars over time or over names; each may be split into a plain part and a part in another ink.
package struct BarChart: Hashable, Sendable {
    package struct Bar: Hashable, Sendable {
        package var label: String
        /// The first instant of the bar's span; nil for bars over names.
        package var time: Instant?
        /// Nil is no data: an empty place, unlike 0.
        package var value: Double?
        /// The part of `value` painted in `highlightInk` at the foot of the bar.
        package var highlight: Double

        package init(label: String, time: Instant? = nil, value: Double?, highlight: Double = 0) {
            self.label = label
            self.time = time
            self.value = value
            self.highlight = highlight
        }
    }

    package var title: String
    package var bars: [Bar]
    package var unit: Unit
    package var format: Format
    package var ink: Ink
    package var highlightInk: Ink
    package var target: Double?

    package init(
        title: String,
        bars: [Bar],
        unit: Unit,
        format: Format,
        ink: Ink = .series,
        highlightInk: Ink = .critical,
        target: Double? = nil
    ) {
        self.title = title
        self.bars = bars
        self.unit = unit
        self.format = format
        self.ink = ink
        self.highlightInk = highlightInk
        self.target = target
    }
}
