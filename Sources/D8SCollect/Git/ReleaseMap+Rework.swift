import D8SModel

extension ReleaseMap {
    /// What is known against each release, in the order of `releases`: a hotfix counts before a
    /// revert, a revert before a patch version; nil where nothing is.
    ///
    /// The commits of the first release say nothing: they are the whole past.
    func rework(in history: CommitHistory) -> [ReleaseRework?] {
        var found: [ReleaseRework?] = releases.map { patch($0) }
        for revert in releasedReverts(in: history).reversed() {
            found[revert.release] = ReleaseRework(reason: .revert, evidence: revert.evidence)
        }
        for position in (0..<history.count).reversed() {
            guard let release = hotfixMerge(position, in: history) else { continue }
            let evidence = "merges \"\(history.subjects[position])\""
            found[release] = ReleaseRework(reason: .hotfix, evidence: evidence)
        }
        for (release, tag) in releases.enumerated() where tag.name.lowercased().contains("hotfix") {
            let evidence = "the tag \(tag.name) says so"
            found[release] = ReleaseRework(reason: .hotfix, evidence: evidence)
        }
        return found
    }

    private func patch(_ tag: GitRelease) -> ReleaseRework? {
        guard let version = tag.version, version.isPatch, !version.isPrerelease else { return nil }
        let line = version.numbers.prefix(2).map { String($0) }.joined(separator: ".")
        let evidence = "\(tag.name) is a patch release of \(line)"
        return ReleaseRework(reason: .patch, evidence: evidence)
    }

    /// The release that a merged hotfix branch came with.
    ///
    /// The branch must bring something: a hotfix that is merged back after its release is old news.
    private func hotfixMerge(_ position: Int, in history: CommitHistory) -> Int? {
        let owner = owners[position]
        let parents = history.parents(of: position)
        guard owner > 0, parents.count > 1, isCertain(position, in: history) else { return nil }
        guard parents.dropFirst().contains(where: { owners[Int($0)] == owner }) else { return nil }
        return history.subjects[position].lowercased().contains("hotfix") ? Int(owner) : nil
    }

    /// Reverts of commits that a release before their own one had, in the order of commits.
    private func releasedReverts(
        in history: CommitHistory
    ) -> [(release: Int, evidence: String)] {
        let targets = history.revertTargets()
        return zip(history.reverts, targets).compactMap { revert, target in
            guard let target, owners[revert.position] > 0 else { return nil }
            let (release, before) = (Int(owners[revert.position]), Int(owners[target]))
            guard before >= 0, before < release else { return nil }
            guard isCertain(revert.position, in: history), isCertain(target, in: history) else {
                return nil
            }
            let evidence =
                "reverts \(history.ids[target].short) \"\(history.subjects[target])\","
                + " released in \(releases[before].name)"
            return (release, evidence)
        }
    }
}
