import D8SModel
import Glibc

/// Changes on their way from rows to columns.
struct ChangeGathering {
    private let asOf: Int64
    private let deployments: DeploymentIDs
    private var authored: [Int64] = []
    private var committed: [Int64] = []
    private var isMerge: [Bool] = []
    private var deployment: [Int32] = []
    private var revisions: [String] = []
    private var parents: [[String]] = []

    init(asOf: Instant, deployments: DeploymentIDs) {
        self.asOf = asOf.milliseconds
        self.deployments = deployments
    }

    func columns(withGraph: Bool) -> ChangeColumns {
        ChangeColumns(
            authored: authored,
            committed: committed,
            isMerge: isMerge,
            deployment: deployment,
            graph: withGraph ? CommitGraph(revisions: revisions, parents: parents) : nil
        )
    }

    /// Takes the rows deployment, committed, authored, is_merge (, revision, parents), which come
    /// in the order of the deployment's id.
    mutating func gather(from rows: PreparedStatement, withGraph: Bool) throws {
        let ids = deployments
        try ids.bytes.withUnsafeBytes { bytes in
            var walk = DeploymentWalk(bytes: bytes, ends: ids.ends, positions: ids.positions)
            while try rows.step() {
                let index = walk.position(of: rows.bytes(0))
                let time = rows.integer(1)
                guard index >= 0 || time <= asOf else { continue }
                deployment.append(index)
                committed.append(time)
                authored.append(rows.integer(2))
                isMerge.append(rows.integer(3) != 0)
                guard withGraph else { continue }
                revisions.append(rows.text(4))
                parents.append(ParentList.ids(rows.bytes(5)))
            }
        }
    }
}

/// A walk along sorted ids with a finger that only moves forward.
private struct DeploymentWalk {
    let bytes: UnsafeRawBufferPointer
    let ends: [Int]
    let positions: [Int32]
    private var rank = 0

    init(bytes: UnsafeRawBufferPointer, ends: [Int], positions: [Int32]) {
        self.bytes = bytes
        self.ends = ends
        self.positions = positions
    }

    /// Where the deployment with this id stands; -1 for none, -2 for one that is not there.
    ///
    /// The id must not come before the one that was asked for last.
    mutating func position(of id: UnsafeRawBufferPointer) -> Int32 {
        guard !id.isEmpty else { return -1 }
        while rank < ends.count {
            let order = compare(id)
            if order == 0 { return positions[rank] }
            if order > 0 { return -2 }
            rank += 1
        }
        return -2
    }

    /// Negative if the id under the finger comes before `id`, positive if after, 0 if it is `id`.
    private func compare(_ id: UnsafeRawBufferPointer) -> Int {
        let start = rank == 0 ? 0 : ends[rank - 1]
        let length = ends[rank] - start
        guard let left = bytes.baseAddress, let right = id.baseAddress else { return -1 }
        let order = memcmp(left + start, right, min(length, id.count))
        return order == 0 ? length - id.count : Int(order)
    }
}
