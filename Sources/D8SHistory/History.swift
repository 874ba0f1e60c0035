import GRDB

/// What has been collected: the one door to the SQLite file that holds it.
///
/// Several processes may use the same file. Whoever writes waits for the others as long as its
/// patience lasts. The schema is described in the room's README, for programs that write it
/// without D8S.
package struct History: Sendable {
    /// `D8SH` in ASCII: what an SQLite file of D8S carries as its application id.
    package static let applicationID: UInt32 = 0x4438_5348

    /// Seconds that are waited for another process before `HistoryError.busy`.
    package static let defaultPatience = 10.0

    let queue: DatabaseQueue
    /// The file, for the sentences of errors.
    package let path: String
    let patience: Double
    private let readsOnly: Bool
    let memory = SharedSeriesMemory()
    let costs = SharedCostMemory()

    /// Opens a history, makes it if there is none, and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: The file; its folder has to exist.
    ///   - patience: Seconds to wait while another process writes.
    /// - Throws: `HistoryError` for everything that is not a history of this or an older D8S; the
    ///   file is then as it was.
    package init(
        at path: String,
        patience: Double = History.defaultPatience
    ) throws(HistoryError) {
        try HistoryFile(path: path).check()
        try self.init(path: path, patience: patience) { queue in
            try queue.writeWithoutTransaction { db in
                try Migrations.run(on: db, path: path)
                try History.keepLog(db)
            }
        }
    }

    /// Opens a history that is there, for reading only.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - patience: Seconds to wait while another process has it for itself.
    /// - Throws: `HistoryError`; also if there is no file, or if its schema is of an older D8S.
    package init(
        readingAt path: String,
        patience: Double = History.defaultPatience
    ) throws(HistoryError) {
        let file = HistoryFile(path: path)
        guard try file.exists else { throw .missing(path: path) }
        try file.check()
        try self.init(path: path, patience: patience, readsOnly: true, mayWrite: file.isWritable) {
            queue in
            let contents = try queue.read(HistoryContents.init)
            try contents.check(path: path)
            guard contents.missingSteps.isEmpty else {
                throw HistoryError.older(path: path, steps: contents.missingSteps)
            }
        }
    }

    /// A history in memory, gone when it is no longer used.
    package static func inMemory() throws(HistoryError) -> History {
        try History(path: ":memory:", patience: 0) { queue in
            try queue.writeWithoutTransaction { try Migrations.run(on: $0, path: ":memory:") }
        }
    }

    private init(
        path: String,
        patience: Double,
        readsOnly: Bool = false,
        mayWrite: Bool = true,
        prepare: (DatabaseQueue) throws -> Void
    ) throws(HistoryError) {
        self.path = path
        self.patience = patience
        self.readsOnly = readsOnly
        do {
            queue = try DatabaseQueue(
                path: path,
                configuration: Self.configuration(patience: patience, isReadOnly: !mayWrite)
            )
            try prepare(queue)
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// Reads from one state of the history, whatever others write meanwhile.
    func read<Value>(_ body: (Database) throws -> Value) throws(HistoryError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// Writes all or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws(HistoryError) -> Value {
        do {
            return try transaction(body)
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// Writes all or nothing, and lets the errors of `body` through.
    func transaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard !readsOnly else {
            throw HistoryError.unwritable(path: path, reason: "it was opened for reading")
        }
        return try queue.write(body)
    }

    /// Writes all or nothing, with what this process remembers of series: it is remembered again
    /// only after the transaction was.
    func rememberingTransaction<Value>(
        _ body: (Database, inout SeriesMemory) throws -> Value
    ) throws -> Value {
        guard !readsOnly else {
            throw HistoryError.unwritable(path: path, reason: "it was opened for reading")
        }
        return try queue.writeWithoutTransaction { db in
            var memory = self.memory.take()
            var value: Value?
            try db.inTransaction(.immediate) {
                value = try body(db, &memory)
                return .commit
            }
            self.memory.put(memory)
            guard let value else { throw HistoryError.sqlite(path: path, reason: "no result") }
            return value
        }
    }
}
