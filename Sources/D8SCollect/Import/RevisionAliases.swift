/// Which commit a tag stands for, per service.
package struct RevisionAliases: Hashable, Sendable {
    /// By service; the empty name is every service's.
    private var commits: [String: [String: String]] = [:]

    package init() {}

    /// Says which commit a tag is; the last word counts.
    ///
    /// - Parameters:
    ///   - tag: The tag as deployments name it.
    ///   - revision: The commit id.
    ///   - service: The service whose tag it is; nil for every service.
    package mutating func add(tag: String, revision: String, service: String?) {
        commits[service ?? "", default: [:]][tag] = revision
    }

    /// Takes over another file's tags.
    package mutating func add(_ other: RevisionAliases) {
        commits.merge(other.commits) { mine, theirs in mine.merging(theirs) { $1 } }
    }

    /// Number of tags.
    package var count: Int { commits.values.reduce(0) { $0 + $1.count } }

    /// What a deployment's revision text stands for.
    package enum Resolution: Hashable, Sendable {
        /// The commit.
        case commit(String)
        /// There are tags for the service, but this text is none of them, nor a commit.
        case unresolved
    }

    /// The commit of a revision text of a service.
    ///
    /// A tag of the list is its commit; a commit id of 40 or 64 hexadecimal digits, alone or with
    /// other text around it (`release-<commit>`), is that commit. Any other text is taken as a
    /// commit's name where no list of the service's tags is known or it can be a short commit id,
    /// and is unresolved elsewhere.
    package func resolve(_ text: String, service: String) -> Resolution {
        let own = commits[service]
        let shared = commits[""]
        if let commit = own?[text] ?? shared?[text] { return .commit(commit) }
        if let commit = Self.commit(within: text) { return .commit(commit) }
        guard own != nil || shared != nil, !Self.isShortCommit(text) else { return .commit(text) }
        return .unresolved
    }

    /// The only run of exactly 40 or 64 hexadecimal digits in a text, in lower case.
    private static func commit(within text: String) -> String? {
        guard text.utf8.count >= 40 else { return nil }
        if text.utf8.count == 40, text.utf8.allSatisfy(\.isLowercaseHexDigit) { return text }
        let runs = text.utf8.split { !$0.isHexDigit }.filter { $0.count == 40 || $0.count == 64 }
        guard runs.count == 1, let run = runs.first else { return nil }
        return String(decoding: run, as: UTF8.self).lowercased()
    }

    private static func isShortCommit(_ text: String) -> Bool {
        (7...40).contains(text.utf8.count) && text.utf8.allSatisfy(\.isHexDigit)
            && text.utf8.contains(where: \.isDigit)
    }
}
