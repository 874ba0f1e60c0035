import D8SModel

/// Which release first brought each change to users.
///
/// 1. The deployment that the source named, if it succeeded; else the next success after it, since
///    a failed attempt delivers nothing. A named deployment that is not there leaves the change
///    *unmapped*; one that finished later or in another environment leaves it *pending*.
/// 2. By ancestry, where a successful release's revision and the parents are known: the first
///    success that contains the change. Going back to older code brings nothing new.
/// 3. By time, where nothing is known of ancestry: the first success that finished at or after the
///    change was merged (committed, if nobody said when it was merged).
///
/// The first successful release (by ancestry: the first of known revision) maps no changes: what it
/// holds is older than the record. A change that no release has brought yet is *pending*, not
/// unmapped, unless by ancestry a later success of unknown revision may have brought it.
struct ChangeMapping {
    static let older: Int32 = -1
    static let unmapped: Int32 = -2
    static let pending: Int32 = -3

    /// The release of each change, or one of the three words above.
    private(set) var releases: [Int32]

    init(_ changes: ChangeColumns, _ deployed: Releases, _ ancestry: Ancestry?) {
        let count = min(
            changes.count,
            changes.committed.count,
            changes.isMerge.count,
            changes.deployment.count
        )
        releases = [Int32](repeating: Self.pending, count: count)
        let openCount = mapNamed(changes, deployed)
        guard openCount > 0 else { return }
        let known = deployed.successes.filter {
            ancestry?.number(of: deployed.revision(Int($0))) != nil
        }
        if let ancestry, !known.isEmpty {
            mapByAncestry(changes, deployed, ancestry, known)
        } else {
            mapByTime(changes, deployed)
        }
    }

    /// When a change was there to be deployed.
    static func ready(_ changes: ChangeColumns, _ index: Int) -> Int64 {
        let merged = index < changes.merged.count ? changes.merged[index] : .min
        return merged == .min ? changes.committed[index] : merged
    }

    /// Returns how many changes name no deployment.
    private mutating func mapNamed(_ changes: ChangeColumns, _ deployed: Releases) -> Int {
        let first = deployed.successes.first ?? -1
        let carriers = deployed.ofDeployment.map { release in
            let carrier = deployed.nextSuccess[Int(release)]
            return carrier < 0 ? Self.pending : carrier == first ? Self.older : carrier
        }
        var open = 0
        for (index, named) in changes.deployment.enumerated() where index < releases.count {
            if named == -1 {
                open += 1
            } else if named != -3 {
                let isThere = named >= 0 && named < carriers.count
                releases[index] = isThere ? carriers[Int(named)] : Self.unmapped
            }
        }
        return open
    }

    private mutating func mapByAncestry(
        _ changes: ChangeColumns,
        _ deployed: Releases,
        _ ancestry: Ancestry,
        _ known: [Int32]
    ) {
        var seen: [Bool] = []
        var carriers = [Int32](repeating: Self.pending, count: releases.count)
        for release in known {
            guard let tip = ancestry.number(of: deployed.revision(Int(release))) else { continue }
            let word = release == known.first ? Self.older : release
            ancestry.visitUnseen(from: tip, &seen) {
                if $0 < carriers.count { carriers[$0] = word }
            }
        }
        let blind = deployed.successes.last.flatMap { $0 == known.last ? nil : $0 }
        let blindUntil = blind.map { deployed.finishes[Int($0)] }
        for index in releases.indices where changes.deployment[index] == -1 {
            releases[index] = carriers[index]
            if carriers[index] == Self.pending, let blindUntil,
                Self.ready(changes, index) <= blindUntil
            {
                releases[index] = Self.unmapped
            }
        }
    }

    private mutating func mapByTime(_ changes: ChangeColumns, _ deployed: Releases) {
        let finishes = deployed.successes.map { deployed.finishes[Int($0)] }
        for index in releases.indices where changes.deployment[index] == -1 {
            let place = finishes.firstIndex(from: Self.ready(changes, index))
            guard place < finishes.count else { continue }
            releases[index] = place == 0 ? Self.older : deployed.successes[place]
        }
    }
}
