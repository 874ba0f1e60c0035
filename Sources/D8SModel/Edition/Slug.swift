/// A name made safe for paths, URLs and identifiers, and still unique.
package enum Slug {
    /// ASCII letters in lower case, digits and single hyphens, at most 60 characters; never empty.
    ///
    /// A name that is not already so gets 40 bits of a hash of its bytes at the end. So does a
    /// name that ends as if it had them: nobody can choose a name that is another one's slug.
    package static func of(_ name: String) -> String {
        let stem = stem(of: name)
        if stem == name, !stem.isEmpty, !endsLikeAHash(stem) { return stem }
        let head = withoutHyphenAtEnd(String(stem.prefix(49)))
        return head.isEmpty ? hash(of: name) : head + "-" + hash(of: name)
    }

    /// The first characters of the name, with one hyphen for each run of other ones.
    private static func stem(of name: String) -> String {
        var stem = ""
        for scalar in name.unicodeScalars {
            if let plain = plain(scalar) {
                stem.unicodeScalars.append(plain)
            } else if stem.utf8.last != UInt8(ascii: "-"), !stem.isEmpty {
                stem.append("-")
            }
            if stem.utf8.count > 60 { return String(stem.prefix(59)) }
        }
        return withoutHyphenAtEnd(stem)
    }

    private static func withoutHyphenAtEnd(_ text: String) -> String {
        text.hasSuffix("-") ? String(text.dropLast()) : text
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "a"..."z", "0"..."9": scalar
        case "A"..."Z": Unicode.Scalar(scalar.value + 32)
        default: nil
        }
    }

    private static func endsLikeAHash(_ slug: String) -> Bool {
        let tail = slug.utf8.suffix(11)
        return tail.count >= 10
            && tail.suffix(10).allSatisfy { hexadecimal.contains($0) }
            && (tail.count == 10 || tail.first == UInt8(ascii: "-"))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    /// Ten hexadecimal digits of FNV-1a with 64 bits, folded to 40 as its authors advise
    /// (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func hash(of text: String) -> String {
        let full = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        let folded = (full >> 40) ^ (full & 0xff_ffff_ffff)
        let digits = String(folded, radix: 16)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }
}
