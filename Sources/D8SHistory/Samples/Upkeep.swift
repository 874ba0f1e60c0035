import GRDB

/// Numbers that the history keeps about itself.
struct Upkeep {
    enum Name: String {
        /// How often series have been removed.
        case removals = "series were removed"
        /// The time before which raw samples were dropped.
        case rawFrom = "raw samples are kept from"
        /// The key of the newest chunk when small ones were put together.
        case mergedChunk = "chunks were put together up to"
    }

    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func value(of name: Name) throws -> Int64? {
        let select = try PreparedStatement("SELECT value FROM upkeep WHERE name = ?1", in: db)
        defer { select.reset() }
        try select.bind(name.rawValue, at: 1)
        return try select.step() ? select.integer(0) : nil
    }

    func set(_ value: Int64, for name: Name) throws {
        let upsert = try PreparedStatement(
            "INSERT OR REPLACE INTO upkeep (name, value) VALUES (?1, ?2)",
            in: db
        )
        try upsert.bind(name.rawValue, at: 1)
        try upsert.bind(value, at: 2)
        try upsert.run()
    }
}
