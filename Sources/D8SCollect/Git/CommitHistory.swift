import D8SModel

/// All commits of a repository that were asked for, by column, each after its parents.
struct CommitHistory: Sendable {
    private(set) var ids: [ObjectID] = []
    /// Nil where the commit's date is not readable or beyond the years 1970 to 9999.
    private(set) var authored: [Instant?] = []
    private(set) var committed: [Instant?] = []
    private(set) var authors = CommitText()
    private(set) var subjects = CommitText()
    /// The commits that say of themselves that they take back another one.
    private(set) var reverts: [Revert] = []

    private var positions: [ObjectID: Int32] = [:]
    private var parentList: [Int32] = []
    private var parentEnds: [Int] = []

    /// A commit that takes back another one.
    struct Revert: Hashable, Sendable {
        let position: Int
        /// Hexadecimal digits of the commit that is taken back, perhaps not all; empty if unknown.
        let digits: [UInt8]
    }

    var count: Int { ids.count }

    func position(of id: ObjectID) -> Int? {
        positions[id].map(Int.init)
    }

    /// Positions of a commit's parents, the first-parent line first; all are smaller than its own.
    func parents(of position: Int) -> ArraySlice<Int32> {
        parentList[(position == 0 ? 0 : parentEnds[position - 1])..<parentEnds[position]]
    }

    /// Adds a commit; false if one of its parents did not come before it, or it came twice.
    mutating func append(_ commit: CommitRecord) -> Bool {
        let position = ids.count
        guard positions.updateValue(Int32(position), forKey: commit.id) == nil else {
            return false
        }
        for parent in commit.parents {
            guard let known = positions[parent], known < position else { return false }
            parentList.append(known)
        }
        parentEnds.append(parentList.count)
        ids.append(commit.id)
        authored.append(commit.authored)
        committed.append(commit.committed)
        authors.append(commit.author)
        subjects.append(commit.subject)
        if let digits = commit.revertedDigits {
            reverts.append(Revert(position: position, digits: digits))
        }
        return true
    }
}
