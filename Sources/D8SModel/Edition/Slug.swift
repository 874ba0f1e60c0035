/// A name made safe for paths, URLs and identifiers, and still unique.
package enum Slug {
    /// ASCII letters in lower case, digits and single hyphens, at most 60 characters.
    ///
    /// A name that is not already so gets a hash of its bytes at the end, so that two names never share a slug.
    package static func of(_ name: String) -> String {
        var slug = ""
        for scalar in name.unicodeScalars {
            if isPlain(scalar) {
                slug.unicodeScalars.append(scalar)
            } else if let lower = lowercased(scalar) {
                slug.unicodeScalars.append(lower)
            } else if slug.last != "-", !slug.isEmpty {
                slug.append("-")
            }
            if slug.utf8.count > 50 { break }
        }
        while slug.last == "-" { slug.removeLast() }
        guard slug != name || slug.isEmpty else { return slug }
        let hash = String(fnv1a(name), radix: 16)
        return (slug.isEmpty ? "" : slug.prefix(50) + "-") + hash.prefix(8)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 32) : nil
    }

    /// FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func fnv1a(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
