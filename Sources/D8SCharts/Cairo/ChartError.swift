/// Why a picture could not be painted.
package enum ChartError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Cairo refused; its own words and the title of the picture.
    case cairo(status: String, title: String)
    /// The picture has more pixels than an image may have, or none.
    case size(width: Double, height: Double, title: String)
    /// Pango gave no font map, so that no text can be set.
    case noFonts(title: String)
    /// There was no memory to compress the picture.
    case compression(title: String)

    package var description: String {
        switch self {
        case .cairo(let status, let title):
            "Cairo could not draw “\(title)”: \(status)."
        case .size(let width, let height, let title):
            "“\(title)” is \(width) by \(height) pixels; a picture has 1 to 16,384 each way."
        case .noFonts(let title):
            "Pango could not set the text of “\(title)”; install a font (fonts-inter)."
        case .compression(let title):
            "“\(title)” could not be compressed: there is too little memory."
        }
    }
}
