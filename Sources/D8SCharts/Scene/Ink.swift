/// The role of a colour; a theme says what it looks like on a dark or a light page.
package enum Ink: String, Hashable, Sendable, CaseIterable {
    case text, muted, faint
    /// Grid and axis lines.
    case line
    /// The normal band.
    case band
    /// A series that needs no attention.
    case series
    case critical, warning, info, good
    case link
    case background
}
