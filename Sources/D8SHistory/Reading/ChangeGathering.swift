import D8SModel
import GRDB
import GRDBSQLite

/// Changes on their way from rows to columns.
///
/// It is fed by an aggregate function of SQL, `gather`, which spares the way out of SQLite and back
/// for every row: with a million of them that is half of the time.
struct ChangeGathering {
    var asOf = Int64.min
    var deployments = DeploymentIDs()
    private var authored: [Int64] = []
    private var committed: [Int64] = []
    private var isMerge: [Bool] = []
    private var deployment: [Int32] = []
    private var revisions: [String] = []
    private var parents: [[String]] = []
    private var merged: [Int64] = []

    func columns(withGraph: Bool) -> ChangeColumns {
        ChangeColumns(
            authored: authored,
            committed: committed,
            isMerge: isMerge,
            deployment: deployment,
            graph: withGraph ? CommitGraph(revisions: revisions, parents: parents) : nil,
            merged: merged
        )
    }

    /// Takes the values deployment, committed, authored, is_merge (, revision, parents, merged).
    fileprivate mutating func add(_ values: UnsafeBufferPointer<OpaquePointer?>) {
        let position = deployments.position(of: Self.bytes(values[0]))
        let time = sqlite3_value_int64(values[1])
        guard position >= 0 || time <= asOf else { return }
        deployment.append(position)
        committed.append(time)
        authored.append(sqlite3_value_int64(values[2]))
        isMerge.append(sqlite3_value_int64(values[3]) != 0)
        guard values.count > 6 else { return }
        revisions.append(String(decoding: Self.bytes(values[4]), as: UTF8.self))
        parents.append(ParentList.ids(Self.bytes(values[5])))
        let isMerged = sqlite3_value_type(values[6]) == SQLITE_INTEGER
        merged.append(isMerged ? sqlite3_value_int64(values[6]) : .min)
    }

    private static func bytes(_ value: OpaquePointer?) -> UnsafeRawBufferPointer {
        let start = sqlite3_value_blob(value)
        return UnsafeRawBufferPointer(
            start: start,
            count: start == nil ? 0 : Int(sqlite3_value_bytes(value))
        )
    }
}

extension ChangeGathering {
    /// Defines `gather` on a connection and returns what it fills.
    ///
    /// It lives until the function is defined anew or the connection is closed.
    static func define(on db: Database) throws -> UnsafeMutablePointer<ChangeGathering> {
        let target = UnsafeMutablePointer<ChangeGathering>.allocate(capacity: 1)
        target.initialize(to: ChangeGathering())
        let code = sqlite3_create_function_v2(
            db.sqliteConnection,
            "gather",
            -1,
            SQLITE_UTF8 | SQLITE_DIRECTONLY,
            target,
            nil,
            { context, count, values in
                let target = sqlite3_user_data(context)?
                    .assumingMemoryBound(to: ChangeGathering.self)
                target?.pointee.add(UnsafeBufferPointer(start: values, count: Int(count)))
            },
            { context in sqlite3_result_null(context) },
            { target in
                target?.assumingMemoryBound(to: ChangeGathering.self).deinitialize(count: 1)
                target?.deallocate()
            }
        )
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        return target
    }
}
