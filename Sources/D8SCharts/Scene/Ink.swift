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
    /// How much, from little to most; the lightness of neighbours differs evenly.
    case shade1, shade2, shade3, shade4, shade5, shade6
    /// Which one, where names stand beside the marks; neighbours differ in lightness too.
    case hue1, hue2, hue3, hue4, hue5, hue6, hue7, hue8

    /// From little to most.
    package static let shades: [Ink] = [.shade1, .shade2, .shade3, .shade4, .shade5, .shade6]
    /// In the order in which they are given out.
    package static let hues: [Ink] = [.hue1, .hue2, .hue3, .hue4, .hue5, .hue6, .hue7, .hue8]
}
