import D8SModel

/// The compressed copy beside a text file, which web servers send instead of it
/// (`gzip_static` in nginx, `MultiViews` in Apache).
enum Twin {
    /// Smaller files fit into one network packet (1,500 bytes less its headers) as they are, so a
    /// twin saves nothing.
    static let smallest = 1400

    private static let endings: Set<String> = [
        "html", "htm", "css", "js", "svg", "json", "csv", "xml", "txt", "atom", "webmanifest",
    ]

    static func path(of path: String) -> String { path + ".gz" }

    /// Whether a file is a text that is worth compressing.
    static func isWanted(for file: SiteFile) -> Bool {
        file.bytes.count >= smallest && ending(of: file.path).map(endings.contains) == true
    }

    /// The letters behind the last dot of the name, in lower case; nil if there are none.
    static func ending(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }
}
