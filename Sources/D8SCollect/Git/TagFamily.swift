/// The tags of one repository that have the same text before their versions.
struct TagFamily: Hashable, Sendable {
    /// `v`, `checkout-v`, `@scope/package@`, or nothing.
    let prefix: String
    /// The names of its stable versions, in version order; at least one.
    let names: [String]
    /// How many pre-releases there are besides.
    let prereleaseCount: Int

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
        let marks: Set<Character> = ["-", "_", "/", "@", ".", ":"]
        var rest = prefix[...]
        if rest.last == "v" || rest.last == "V" {
            let bare = rest.dropLast()
            if bare.isEmpty || bare.last.map(marks.contains) == true { rest = bare }
        }
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        let name = String(rest)
        let words = [
            "", "v", "r", "rel", "release", "releases", "version", "versions", "tag", "tags",
        ]
        return words.contains(name.lowercased()) ? nil : name
    }

    /// The families with at least one stable version, the largest first, ties by prefix.
    static func families(of names: [String]) -> [TagFamily] {
        var members: [String: [(version: ReleaseVersion, name: String)]] = [:]
        for name in names {
            guard let version = ReleaseVersion(name) else { continue }
            members[version.prefix, default: []].append((version, name))
        }
        let families = members.compactMap { prefix, all -> TagFamily? in
            let stable = all.filter { !$0.version.isPrerelease }
                .sorted { ($0.version, $0.name) < ($1.version, $1.name) }
            guard !stable.isEmpty else { return nil }
            return TagFamily(
                prefix: prefix,
                names: stable.map(\.name),
                prereleaseCount: all.count - stable.count
            )
        }
        return families.sorted { one, other in
            (other.names.count, one.prefix) < (one.names.count, other.prefix)
        }
    }
}
