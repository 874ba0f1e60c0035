import Glibc

/// Paths with `*`, `?` and `[…]`, as a shell reads them.
enum FilePattern {
    /// The files that a pattern names, in the order of their names' bytes.
    ///
    /// - Throws: `CollectError.unusable` if there is none.
    static func paths(_ pattern: String) throws(CollectError) -> [String] {
        if access(pattern, F_OK) == 0 { return [pattern] }
        var found = glob_t()
        defer { globfree(&found) }
        // Without GLOB_NOSORT the names are sorted, but by the locale.
        let status = glob(pattern, GLOB_NOSORT, nil, &found)
        var paths: [String] = []
        if status == 0, let names = found.gl_pathv {
            for index in 0..<Int(found.gl_pathc) {
                if let name = names[index] { paths.append(String(cString: name)) }
            }
        }
        guard !paths.isEmpty else {
            throw .unusable(
                what: pattern,
                reason: "no file has this name",
                mend: "Correct `files` in the configuration."
            )
        }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
