/// A link as it stands in a file.
struct Reference: Hashable {
    enum Use {
        /// The page needs it to be shown: an image, a style sheet, a script.
        case load
        /// A person may follow it.
        case follow
    }

    let text: String
    let use: Use
    /// The 1-based line it stands in.
    let line: Int
}
