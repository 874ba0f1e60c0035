import GRDB

extension History {
    /// Samples in the head that are worth folding while samples keep coming.
    private static let manySamples = 2_000_000
    /// Samples of each series in the head, on the average, that make a chunk worth writing.
    private static let manyOfEach = 120

    /// Samples in the head that make each query over it take longer than a few milliseconds.
    private static let slowToRead = 20_000

    /// Folds the head into chunks, all of it or nothing.
    ///
    /// Worth its time only when the head holds many samples of each series; see `foldIfLarge`.
    ///
    /// - Throws: `HistoryError`.
    package func fold() throws(HistoryError) {
        do {
            try rememberingTransaction { db, memory in
                try Self.writeGenerously(db)
                try Self.fold(db)
                memory.headCount = 0
            }
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// Folds the head if it holds enough of each series for good chunks: call it at the end of a
    /// collection; while samples come in it is done by itself.
    ///
    /// - Parameter least: Samples in the head below which it is left alone.
    /// - Returns: True if it was folded.
    /// - Throws: `HistoryError`.
    @discardableResult
    package func foldIfLarge(least: Int = 200_000) throws(HistoryError) -> Bool {
        let isLarge = try read { db in
            let count = try Int.fetchOne(db, sql: "SELECT sum(count) FROM head") ?? 0
            return try count >= Self.worthFolding(db, least: least)
        }
        if isLarge { try fold() }
        return isLarge
    }

    /// Folds the head if it holds so much that every query would take long over it: call it before
    /// many of them.
    ///
    /// - Returns: True if it was folded.
    /// - Throws: `HistoryError`.
    @discardableResult
    package func foldForReading() throws(HistoryError) -> Bool {
        let isLarge = try read { db in
            try Int.fetchOne(db, sql: "SELECT sum(count) FROM head") ?? 0 >= Self.slowToRead
        }
        if isLarge { try fold() }
        return isLarge
    }

    /// Whether the head has grown so that it has to be folded while samples keep coming.
    static func isLarge(_ memory: inout SeriesMemory, _ db: Database) throws -> Bool {
        let known = memory.headCount
        let count = try known ?? Int.fetchOne(db, sql: "SELECT sum(count) FROM head") ?? 0
        memory.headCount = count
        return try count >= manySamples && count >= worthFolding(db, least: manySamples)
    }

    /// Samples in the head from which on it is folded: many for each series that there is.
    private static func worthFolding(_ db: Database, least: Int) throws -> Int {
        let series = try Int.fetchOne(db, sql: "SELECT max(id) FROM series") ?? 0
        return max(least, min(manyOfEach * series, 4 * manySamples))
    }

    /// SQLite makes a table of its own for each row to look whether `resolution` is one of three
    /// numbers, which takes as long as all else: what is written here is 0.
    private static func withoutChecks(_ db: Database, _ work: () throws -> Void) throws {
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
        try work()
    }

    private static func fold(_ db: Database) throws {
        var head = try HeadReader(db, from: .min, to: .max)
        guard !head.isEmpty else { return }
        var writer = try ChunkWriter(db)
        try withoutChecks(db) {
            for group in head.groups(of: head.keys, key: { $0 }) {
                let keys = Array(group)
                try head.gather(keys)
                for (position, key) in keys.enumerated() {
                    try head.group.withSamples(at: position) { try writer.merge(key, $0, $1) }
                }
            }
            try writer.finish()
        }
        // A damaged round stays: a copy of it may be found, and it is no burden.
        let damaged = head.damage.compactMap {
            if case .round(let id) = $0 { return String(id) }
            return nil
        }
        try db.execute(
            sql: "DELETE FROM head WHERE id NOT IN (\(damaged.joined(separator: ",")))"
        )
    }
}
