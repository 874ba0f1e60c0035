import D8SModel

/// Which release first carried each commit.
struct ReleaseMap: Sendable {
    /// In order of creation time; ties by ancestry, then by name.
    let releases: [GitRelease]
    /// For each commit the index in `releases`; -1 if no release holds it.
    let owners: [Int32]
    /// The time until when what released a commit first may be out of sight, since the history is cut
    /// off; nil for a whole history.
    ///
    /// All that is hidden lies behind the commits at the cut, so that it is no younger than they are.
    /// A commit of that age may be reached through what is hidden by a release that does not seem to
    /// hold it, or by one that is hidden itself.
    let cut: Instant?

    /// Walks each commit and each parent once.
    ///
    /// The releases come in any order; `boundary` is the positions of the commits whose parents a
    /// shallow clone lacks.
    init(of releases: [GitRelease], in history: CommitHistory, boundary: [Int]) {
        self.releases = Self.ordered(releases, in: history)
        owners = Self.owners(of: self.releases, in: history)
        cut = boundary.map { history.committed[$0] ?? Instant(milliseconds: .max) }.max()
    }

    /// True unless the first release of the commit may be out of sight.
    func isCertain(_ position: Int, in history: CommitHistory) -> Bool {
        guard let cut else { return true }
        return history.committed[position].map { $0 > cut } ?? false
    }

    /// A commit's generation is larger than its parents': in order of it, no release comes before
    /// one that it holds.
    private static func ordered(
        _ releases: [GitRelease],
        in history: CommitHistory
    ) -> [GitRelease] {
        var generations = [Int32](repeating: 0, count: history.count)
        for position in 0..<history.count {
            for parent in history.parents(of: position) {
                generations[position] = max(generations[position], generations[Int(parent)] + 1)
            }
        }
        return releases.sorted { one, other in
            let left = (one.finished, generations[one.position], one.name)
            let right = (other.finished, generations[other.position], other.name)
            return left < right
        }
    }

    private static func owners(
        of releases: [GitRelease],
        in history: CommitHistory
    ) -> [Int32] {
        var owners = [Int32](repeating: -1, count: history.count)
        var waiting: [Int32] = []
        for (release, tag) in releases.enumerated() where owners[tag.position] < 0 {
            owners[tag.position] = Int32(release)
            waiting.append(Int32(tag.position))
            while let position = waiting.popLast() {
                for parent in history.parents(of: Int(position)) where owners[Int(parent)] < 0 {
                    owners[Int(parent)] = Int32(release)
                    waiting.append(parent)
                }
            }
        }
        return owners
    }
}
