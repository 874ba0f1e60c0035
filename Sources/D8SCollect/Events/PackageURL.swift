/// What a package URL (https://github.com/package-url/purl-spec) says about an artifact.
struct PackageURL {
    /// The kind of package: `oci`, `github`, `npm`.
    let type: String
    let name: String
    let version: String?
    private let qualifiers: [String: String]

    /// Reads `pkg:type/namespace/name@version?key=value#subpath`; nil if the text is none.
    init?(_ text: String) {
        guard text.hasPrefix("pkg:") else { return nil }
        let whole = text.dropFirst(4).prefix { $0 != "#" }
        let path = whole.prefix { $0 != "?" }
        let at = path.lastIndex(of: "@") ?? path.endIndex
        let parts = path[..<at].split(separator: "/")
        guard let type = parts.first, parts.count > 1, let name = parts.last else { return nil }
        self.type = type.lowercased()
        self.name = Self.decoded(name)
        version = at < path.endIndex ? Self.decoded(path[path.index(after: at)...]) : nil
        var qualifiers: [String: String] = [:]
        for pair in whole.dropFirst(path.count + 1).split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1)
            if sides.count == 2 { qualifiers[sides[0].lowercased()] = Self.decoded(sides[1]) }
        }
        self.qualifiers = qualifiers
    }

    /// The commit that it was made of, if the URL says so; a digest of an image is none.
    var revision: String? {
        if ["github", "gitlab", "bitbucket"].contains(type) { return version }
        guard let origin = qualifiers["vcs_url"], let at = origin.lastIndex(of: "@") else {
            return nil
        }
        let revision = origin[origin.index(after: at)...].prefix { $0 != "#" }
        return revision.isEmpty || revision.contains("/") ? nil : String(revision)
    }

    /// What people call this version: its tag, or the version where it is no digest.
    var label: String? {
        if let tag = qualifiers["tag"] { return tag }
        guard let version, !version.contains(":"), version.utf8.count < 40 else { return nil }
        return version
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.first {
            let digits = rest.dropFirst().prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
