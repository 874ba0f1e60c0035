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
    /// Where it stands in the file, in bytes.
    let offset: Int
}
