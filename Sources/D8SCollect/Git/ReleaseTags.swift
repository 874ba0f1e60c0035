/// The tags of a repository, told apart by whether they are releases of one service.
struct ReleaseTags: Hashable, Sendable {
    /// Tags of commits that fit a pattern and, unless asked for, are no pre-releases.
    private(set) var releases: [GitTag] = []
    private(set) var prereleases: [GitTag] = []
    /// Tags that fit a pattern but point to a tree, a blob or nothing.
    private(set) var withoutCommit: [GitTag] = []
    /// All tags, whatever they are.
    let all: [GitTag]

    var names: [String] { all.map(\.name) }

    init(_ tags: [GitTag], of source: GitSource) throws(CollectError) {
        var patterns: [TagPattern] = []
        for text in source.tagPatterns { patterns.append(try TagPattern(text)) }
        all = tags
        for tag in tags {
            let version = ReleaseVersion(tag.name)
            let fits =
                patterns.isEmpty
                ? version != nil : patterns.contains { $0.matches(tag.name) }
            guard fits else { continue }
            if tag.commit == nil {
                withoutCommit.append(tag)
            } else if version?.isPrerelease == true, !source.includesPrereleases {
                prereleases.append(tag)
            } else {
                releases.append(tag)
            }
        }
    }
}
