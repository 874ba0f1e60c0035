/// The outline of one glyph of one font, as path data of an SVG.
///
/// A class, so that charts tell outlines apart by what they are.
final class GlyphOutline {
    let path: [UInt8]

    init(path: [UInt8]) { self.path = path }
}

/// A glyph of a text, and where it stands from the text's start on its baseline.
struct PlacedGlyph {
    let outline: GlyphOutline
    /// In points.
    let x: Double
    let y: Double
}
