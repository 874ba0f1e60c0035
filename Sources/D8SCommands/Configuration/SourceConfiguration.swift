import D8SCollect

/// One entry under `sources:`.
struct SourceConfiguration: Sendable {
    /// The unique name under which the history knows the source.
    var name: String
    /// The longest time in seconds between two successful collections that is still fresh.
    var interval: Double
    var work: Work

    enum Work: Sendable {
        /// A repository whose release tags are deployments.
        case git(GitSource)
        /// Files that are imported again each night.
        case files(ImportFiles)
    }

    /// `git` or `import`: the kind that the history keeps.
    var kind: String {
        switch work {
        case .git: "git"
        case .files: "import"
        }
    }
}
