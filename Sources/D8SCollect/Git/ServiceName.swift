/// Names of services, read from what a repository holds.
enum ServiceName {
    /// Letters, digits, `.`, `_` and `-`; everything else becomes a single hyphen.
    ///
    /// Nil if nothing is left.
    static func cleaned(_ text: some StringProtocol) -> String? {
        var name = ""
        for character in text {
            let isPlain = character.isLetter || character.isNumber || "._-".contains(character)
            if isPlain, character.unicodeScalars.count <= 3 {
                name.append(character)
            } else if name.last != "-" {
                name.append("-")
            }
            if name.count == 60 { break }
        }
        let edges = "._-"
        let start = name.drop { edges.contains($0) }
        let end = start.reversed().drop { edges.contains($0) }
        return end.isEmpty ? nil : String(end.reversed())
    }

    /// The last part of a path or a URL without `.git`: `checkout` for
    /// `git@example.org:shop/checkout.git`.
    static func last(ofPath path: String) -> String? {
        let parts = path.split { $0 == "/" || $0 == ":" || $0 == "\\" }
        guard var last = parts.last else { return nil }
        if last == ".git", let folder = parts.dropLast().last { last = folder }
        if last.hasSuffix(".git") { last = last.dropLast(".git".count) }
        return cleaned(last)
    }
}
