/// The tags of one repository that have the same text before their versions.
struct TagFamily: Hashable, Sendable {
    /// `v`, `checkout-v`, `@scope/package@`, or nothing.
    let prefix: String
    /// The names of its stable versions, in version order; at least one.
    let names: [String]
    /// When the last of them was made, in POSIX seconds; 0 if that is not known.
    let newest: Int64
    /// The one that was made last.
    let newestName: String

    /// The pattern that its tags fit, and those of another family do not.
    var pattern: String {
        var text = ""
        for scalar in prefix.unicodeScalars {
            if "*?[]\\".unicodeScalars.contains(scalar) { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return text + "[0-9]*"
    }

    /// What the prefix calls the service: `checkout` for `checkout-v`; nil if it names none, as `v`,
    /// `release-` and nothing do.
    var serviceName: String? {
        var rest = prefix[...]
        if rest.last == "v" || rest.last == "V" {
            let bare = rest.dropLast()
            if bare.isEmpty || bare.last.map(Self.marks.contains) == true { rest = bare }
        }
        while let last = rest.last, Self.marks.contains(last) { rest.removeLast() }
        return Self.namelessWords.contains(rest.lowercased()) ? nil : String(rest)
    }

    private static let marks: Set<Character> = ["-", "_", "/", "@", ".", ":"]
    private static let namelessWords: Set<String> = [
        "", "v", "r", "rel", "release", "releases", "ver", "version", "versions", "tag", "tags",
        "prod", "production", "deploy", "deployed",
    ]

    /// The families with at least one stable version, the largest first, ties by prefix.
    static func families(of tags: [GitTag]) -> [TagFamily] {
        var members: [String: [(version: ReleaseVersion, tag: GitTag)]] = [:]
        for tag in tags where tag.commit != nil {
            guard let version = ReleaseVersion(tag.name), !version.isPrerelease else { continue }
            members[version.prefix, default: []].append((version, tag))
        }
        let families = members.compactMap { prefix, all in TagFamily(prefix, all) }
        return families.sorted { one, other in
            (other.names.count, one.prefix) < (one.names.count, other.prefix)
        }
    }

    /// Nil if there are no members.
    private init?(_ prefix: String, _ members: [(version: ReleaseVersion, tag: GitTag)]) {
        let sorted = members.sorted { ($0.version, $0.tag.name) < ($1.version, $1.tag.name) }
        guard let time = sorted.map({ $0.tag.created ?? 0 }).max(),
            let latest = sorted.last(where: { $0.tag.created ?? 0 == time })
        else { return nil }
        self.prefix = prefix
        names = sorted.map(\.tag.name)
        newest = time
        newestName = latest.tag.name
    }
}
