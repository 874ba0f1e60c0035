/// One value that a template may name.
enum Field: Hashable, Sendable {
    /// Escaped where it is shown; also the current value (`.`) of a section.
    case text(String)
    /// Finished markup, shown as it is.
    case markup(Markup)
    /// Whether a section is shown.
    case flag(Bool)
    /// A section repeated for each element.
    case list([Fields])
    /// A section repeated for each text, named `.` inside.
    case texts([String])
    /// A section with names of its own.
    case group(Fields)

    /// A text in which backticks set off code; to be shown as finished markup.
    static func prose(_ text: String) -> Field { .markup(Markup(prose: text)) }

    /// A text that may be missing; a section named after it is then left out.
    static func optional(_ text: String?) -> Field {
        text.map(Field.text) ?? .flag(false)
    }

    /// A group that may be missing; a section named after it is then left out.
    static func optional(_ fields: Fields?) -> Field {
        fields.map(Field.group) ?? .flag(false)
    }
}
