package import D8SModel

/// One measure as a number: its name, its value, what it was, and a line of how it got there.
package struct StatTile: Hashable, Sendable {
    /// What the picture says, for people who cannot see it.
    package var title: String
    /// The measure's name, over the value.
    package var label: String
    /// Nil is not known.
    package var value: Double?
    /// What it was before; nil leaves the change out.
    package var previous: Double?
    /// After the change: `since 7 Nov`.
    package var note: String
    package var unit: Unit
    package var format: Format
    /// At equal steps up to now; nil is a gap, and no values at all leave the line out.
    package var course: [Double?]
    package var ink: Ink
    /// Before the former value: `was`.
    package var wasWord: String

    package init(
        title: String,
        label: String,
        value: Double?,
        previous: Double? = nil,
        note: String = "",
        unit: Unit,
        format: Format,
        course: [Double?] = [],
        ink: Ink = .text,
        wasWord: String = "was"
    ) {
        self.title = title
        self.label = label
        self.value = value
        self.previous = previous
        self.note = note
        self.unit = unit
        self.format = format
        self.course = course
        self.ink = ink
        self.wasWord = wasWord
    }
}
