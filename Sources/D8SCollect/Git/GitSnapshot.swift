import D8SModel

/// All that one collection reads of a repository, before anything is delivered.
struct GitSnapshot: Sendable {
    let source: GitSource
    let history: CommitHistory
    let map: ReleaseMap
    /// Names of the releases that the history remembers and whose tags are gone.
    let forgotten: Set<String>
    let tags: ReleaseTags
    /// How many commits a shallow clone is cut off behind; 0 if the repository is whole.
    let cutCount: Int
    /// What `git` said of the tags that it could not read.
    let warnings: [String]
    /// The tags that no time is known for.
    let timeless: [String]

    init(of source: GitSource, remembered: [Deployment]) throws(CollectError) {
        let repository = try GitRepository(path: source.repository)
        let found = try repository.tags()
        let tags = try ReleaseTags(found.tags, of: source)
        let gone = try Self.gone(remembered, tags, in: repository)
        var tips = tags.releases.compactMap(\.commit) + gone.map(\.commit)
        if let main = try repository.mainTip(branch: source.mainBranch) { tips.append(main) }
        let history = try repository.history(of: tips)
        let boundary = try repository.shallowBoundary().compactMap { history.position(of: $0) }
        var releases: [GitRelease] = []
        var timeless: [String] = []
        for tag in tags.releases {
            if let release = GitRelease(tag, in: history) {
                releases.append(release)
            } else {
                timeless.append(tag.name)
            }
        }
        releases += gone.compactMap { GitRelease($0.deployment, $0.commit, in: history) }
        self.source = source
        warnings = found.warnings
        self.tags = tags
        self.history = history
        self.timeless = timeless
        forgotten = Set(gone.map(\.deployment.id))
        cutCount = boundary.count
        map = ReleaseMap(of: releases, in: history, boundary: boundary)
    }

    /// The remembered deployments that were tags once and whose commits are still there.
    private static func gone(
        _ remembered: [Deployment],
        _ tags: ReleaseTags,
        in repository: GitRepository
    ) throws(CollectError) -> [(deployment: Deployment, commit: ObjectID)] {
        let present = Set(tags.names)
        let candidates = remembered.filter { !present.contains($0.id) }
            .compactMap { deployment -> (deployment: Deployment, commit: ObjectID)? in
                let id = deployment.revision.flatMap { ObjectID(hex: $0.utf8) }
                return id.map { (deployment, $0) }
            }
        let found = try repository.resolve(candidates.map { $0.commit.hex })
        return zip(candidates, found).filter { $1?.kind == "commit" }.map(\.0)
    }
}

extension GitRelease {
    /// Nil if neither the tag nor its commit has a readable time.
    init?(_ tag: GitTag, in history: CommitHistory) {
        guard let position = tag.commit.flatMap(history.position) else { return nil }
        let time = tag.tagged.flatMap { Instant(gitSeconds: $0) } ?? history.committed[position]
        guard let time else { return nil }
        self.init(
            name: tag.name,
            position: position,
            finished: time,
            version: ReleaseVersion(tag.name)
        )
    }

    init?(_ deployment: Deployment, _ commit: ObjectID, in history: CommitHistory) {
        guard let position = history.position(of: commit) else { return nil }
        self.init(
            name: deployment.id,
            position: position,
            finished: deployment.finished,
            version: ReleaseVersion(deployment.id)
        )
    }
}
