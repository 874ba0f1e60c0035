import D8SModel

/// The compressed copy beside a text file, which web servers send instead of it
/// (`gzip_static` in nginx, `MultiViews` in Apache).
enum Twin {
    private static let endings: Set<String> = [
        "html", "htm", "css", "js", "svg", "json", "csv", "xml", "txt", "atom", "webmanifest",
    ]

    static func path(of path: String) -> String { path + ".gz" }

    /// Whether a file is a text, which compresses well.
    static func isWanted(for file: SiteFile) -> Bool {
        ending(of: file.path).map(endings.contains) == true
    }

    /// The letters behind the last dot of the name, in lower case; nil if there are none.
    static func ending(of path: String) -> String? {
        let mark = path.utf8.lastIndex { $0 == UInt8(ascii: ".") || $0 == .slash }
        guard let mark, path.utf8[mark] != .slash else { return nil }
        return path[path.utf8.index(after: mark)...].lowercased()
    }
}
