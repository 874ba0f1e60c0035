import GRDB

extension History {
    /// How SQLite is used: foreign keys are checked, others are waited for, and the file survives a
    /// crash of the process whole (of the machine too, but for the last moments).
    static func configuration(patience: Double, isReadOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "history"
        configuration.busyMode = .timeout(patience)
        configuration.readonly = isReadOnly
        configuration.prepareDatabase { db in
            // Pages of 8 KiB and room for 64 MiB of them: the index of a million revisions is
            // filled in no order, and would otherwise be written many times over.
            try db.execute(
                sql: """
                    PRAGMA page_size = 8192;
                    PRAGMA cache_size = -65536;
                    PRAGMA synchronous = NORMAL;
                    """
            )
        }
        return configuration
    }

    /// Gives an empty database the id of D8S.
    ///
    /// While it still has a rollback journal, so that the id is in the file itself from the start
    /// and not only in a write-ahead log.
    static func name(_ db: Database) throws {
        guard try HistoryContents(db).isEmpty else { return }
        try db.inTransaction(.immediate) {
            if try HistoryContents(db).isEmpty {
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
            return .commit
        }
    }

    /// Switches to a write-ahead log, so that readers and a writer do not wait for each other.
    static func keepLog(_ db: Database) throws {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" else { return }
        try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
}
