/// Which release first carried each commit.
struct ReleaseMap: Sendable {
    /// In order of creation time; ties by ancestry, then by name.
    let releases: [GitRelease]
    /// For each commit the index in `releases`; -1 if no release holds it.
    let owners: [Int32]
    /// True for a commit whose first release cannot be known, since the history is cut off behind
    /// it: a release that is not in sight may have carried it.
    ///
    /// So is a commit from which the cut can be reached, unless it is younger than some release
    /// that was made before its own; empty for a whole history.
    let isUncertain: [Bool]

    /// Walks each commit and each parent once for the owners, and once more for a cut.
    ///
    /// The releases come in any order; `boundary` is the positions of the commits whose parents a
    /// shallow clone lacks.
    init(of releases: [GitRelease], in history: CommitHistory, boundary: [Int]) {
        self.releases = Self.ordered(releases, in: history)
        owners = Self.owners(of: self.releases, in: history)
        isUncertain =
            boundary.isEmpty
            ? [] : Self.uncertain(self.releases, owners, in: history, boundary: boundary)
    }

    func isCertain(_ position: Int) -> Bool {
        isUncertain.isEmpty || !isUncertain[position]
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

    private static func uncertain(
        _ releases: [GitRelease],
        _ owners: [Int32],
        in history: CommitHistory,
        boundary: [Int]
    ) -> [Bool] {
        var reachesCut = [Bool](repeating: false, count: history.count)
        for position in boundary { reachesCut[position] = true }
        // The earliest release that each commit holds; none is later than all.
        var earliest = [Int32](repeating: .max, count: history.count)
        for (release, tag) in releases.enumerated().reversed() {
            earliest[tag.position] = Int32(release)
        }
        var uncertain = reachesCut
        for position in 0..<history.count {
            for parent in history.parents(of: position) {
                reachesCut[position] = reachesCut[position] || reachesCut[Int(parent)]
                earliest[position] = min(earliest[position], earliest[Int(parent)])
            }
            let owner = owners[position] < 0 ? Int32.max : owners[position]
            uncertain[position] = reachesCut[position] && earliest[position] >= owner
        }
        return uncertain
    }
}
