import D8SModel

/// What an edition is and what it consists of: the content of its `edition.json`.
struct EditionRecord: Hashable, Sendable {
    static let name = "edition.json"
    static let twinName = Twin.path(of: name)
    /// Stands in every record; a file without it is not ours.
    static let format = "d8s-edition-1"

    /// One file of the edition, compressed twins included.
    struct File: Hashable, Sendable {
        let path: String
        let size: Int
        /// In hexadecimal.
        let sha256: String
    }

    /// A past edition inside the site.
    struct Past: Hashable, Sendable {
        let night: Day
        /// Of its `edition.json`, which names all its files.
        let sha256: String
    }

    let night: Day
    /// Newest first.
    let past: [Past]
    /// By path; neither `edition.json` itself nor what belongs to past editions.
    let files: [File]
}
