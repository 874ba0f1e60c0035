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
            try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA synchronous = NORMAL")
            try readFrugally(db)
        }
        return configuration
    }

    /// Keeps 4 MiB of pages, since whoever reads all needs each page once.
    static func readFrugally(_ db: Database) throws {
        try db.execute(sql: "PRAGMA cache_size = -4096")
    }

    /// Keeps up to 128 MiB of pages: the index of a million revisions is filled in no order, and
    /// would otherwise be written many times over.
    static func writeGenerously(_ db: Database) throws {
        try db.execute(sql: "PRAGMA cache_size = -131072")
    }

    /// Switches to a write-ahead log, so that readers and a writer do not wait for each other.
    ///
    /// Only after the schema was made: with its first journal, the id of D8S is in the file itself
    /// from the start and not only in a log.
    static func keepLog(_ db: Database) throws {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" else { return }
        do {
            try db.execute(sql: "PRAGMA journal_mode = WAL")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Somebody else opens the new file in this moment, and switches it as well.
        }
    }
}
