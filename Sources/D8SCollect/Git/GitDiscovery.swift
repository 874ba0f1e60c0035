/// What a repository tells of itself, with the reason for each choice: the start of a configuration.
package struct GitDiscovery: Hashable, Sendable {
    /// The top of the work tree; of a bare repository its own folder.
    package let repository: String
    package let isBare: Bool
    /// The default branch; nil if none has a commit, or none is checked out.
    package let mainBranch: String?
    /// Where the branch was read, as part of a sentence.
    package let mainBranchReason: String
    /// One service for each kind of release tag, in order of names; at least one.
    package let services: [DiscoveredService]
    /// What was found and not chosen, as sentences; and that there are no tags, if so.
    package let notes: [String]

    /// Looks at the repository that a folder lies in.
    ///
    /// - Throws: `CollectError`: no `git`, no repository, or a damaged one.
    package init(at folder: String) throws(CollectError) {
        let git = try GitRepository(path: folder)
        repository = try git.top()
        isBare = try git.line(["rev-parse", "--is-bare-repository"]) == "true"
        (mainBranch, mainBranchReason) = try git.defaultBranch()
        let (name, reason) = try git.ownName(top: repository)
        let tags = try git.tags().tags
        let choice = TagChoice(of: tags, repositoryName: name)
        services = choice.services(repositoryName: name, nameReason: reason)
        notes = choice.notes
    }
}
