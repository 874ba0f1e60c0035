import D8SModel

/// How each release relates to the success before it, and what it brought relative to that one.
///
/// By ancestry: *forward* contains the one before, *rollback* is contained in it, *same* is the same
/// commit, *sideways* is neither, *unknown* has a commit on either side that is not known. Where
/// nothing at all is known of ancestry, a release of one of the last ten revisions is a rollback,
/// and the revision before it again is the same.
struct Directions {
    /// How far back a rollback is recognised by its revision alone.
    static let memory = 10

    private(set) var directions: [JudgedDeployment.Direction]
    /// By index of the release.
    private(set) var ranges: [Int: JudgedDeployment.Range] = [:]

    private let releases: Releases
    private let changes: ChangeColumns
    private let start: DeliveryPolicy.LeadTimeStart

    /// Ranges are computed from the release `first` on.
    init(
        _ releases: Releases,
        _ changes: ChangeColumns,
        _ ancestry: Ancestry?,
        from first: Int,
        start: DeliveryPolicy.LeadTimeStart
    ) {
        self.releases = releases
        self.changes = changes
        self.start = start
        directions = [JudgedDeployment.Direction](repeating: .unknown, count: releases.all.count)
        if let ancestry {
            lookUp(in: ancestry, from: first)
        } else {
            lookBack()
        }
    }

    private mutating func lookUp(in ancestry: Ancestry, from first: Int) {
        var paint = Paint()
        var previous: Int32?
        for index in releases.all.indices {
            let number = ancestry.number(of: releases.revision(index))
            if let previous, let number {
                let relation = ancestry.relation(from: previous, to: number, &paint)
                directions[index] = Self.direction(relation, isSame: previous == number)
                if index >= first { ranges[index] = range(relation.gained, at: index) }
            }
            if releases.all[index].status == .success { previous = number }
        }
    }

    private static func direction(
        _ relation: Ancestry.Relation,
        isSame: Bool
    ) -> JudgedDeployment.Direction {
        if isSame { return .same }
        if !relation.loses { return .forward }
        return relation.gained.isEmpty ? .rollback : .sideways
    }

    private func range(_ gained: [Int], at release: Int) -> JudgedDeployment.Range {
        let finished = releases.finishes[release]
        let begun = start == .authored ? changes.authored : changes.committed
        let own = gained.filter { !changes.isMerge[$0] }
        let merged = gained.filter {
            $0 < changes.merged.count && changes.merged[$0] != .min
        }
        return JudgedDeployment.Range(
            changes: own.count,
            medianLeadTime: Quantile.median(of: own.map { seconds(from: begun[$0], to: finished) }),
            merged: merged.count,
            medianMergeToDeployment: Quantile.median(
                of: merged.map { seconds(from: changes.merged[$0], to: finished) }
            )
        )
    }

    private mutating func lookBack() {
        var recent: [(key: UInt64, release: Int)] = []
        for index in releases.all.indices {
            if let revision = releases.revision(index) {
                let key = Self.key(revision)
                let found = recent.lastIndex {
                    $0.key == key && releases.revision($0.release) == revision
                }
                if let found {
                    directions[index] = found == recent.count - 1 ? .same : .rollback
                }
                guard releases.all[index].status == .success else { continue }
                recent.append((key, index))
            } else if releases.all[index].status == .success {
                recent.append((0, index))
            }
            if recent.count > Self.memory { recent.removeFirst() }
        }
    }

    /// The first bytes of a revision as a number: most differ in it, and comparing it is cheap.
    private static func key(_ revision: String) -> UInt64 {
        var key = UInt64(truncatingIfNeeded: revision.utf8.count)
        for byte in revision.utf8.prefix(12) { key = key &* 31 &+ UInt64(byte) }
        return key
    }
}
