/// A git repository as a source: its commits are changes, its release tags are deployments.
package struct GitSource: Hashable, Sendable {
    /// Unique name of the source, for example `git:checkout`.
    package var name: String
    /// Where the repository lies: bare, a work tree, a linked one, or a folder inside one.
    package var repository: String
    package var service: String
    /// The team that owns the service; nil if nobody said.
    package var team: String?
    /// The environment that a release tag deploys to.
    package var environment: String
    /// Patterns, one of which a release tag fits; empty for every tag that ends with a version.
    package var tagPatterns: [String]
    /// True to count `1.0.0-rc1` and its like as deployments.
    package var includesPrereleases: Bool
    /// The branch whose unreleased commits are read; nil for the remote's default branch, else for
    /// what is checked out.
    package var mainBranch: String?

    /// The name of the source is `git:` and the service if it is nil.
    package init(
        name: String? = nil,
        repository: String,
        service: String,
        team: String? = nil,
        environment: String = "production",
        tagPatterns: [String] = [],
        includesPrereleases: Bool = false,
        mainBranch: String? = nil
    ) {
        self.name = name ?? "git:" + service
        self.repository = repository
        self.service = service
        self.team = team
        self.environment = environment
        self.tagPatterns = tagPatterns
        self.includesPrereleases = includesPrereleases
        self.mainBranch = mainBranch
    }
}
