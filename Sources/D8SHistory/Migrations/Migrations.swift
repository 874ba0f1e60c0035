import GRDB

/// The named steps from an empty file to the schema of this D8S, in order; only ever appended to.
enum Migrations {
    private static let steps = [
        (name: DeliverySchema.name, sql: DeliverySchema.sql, tables: DeliverySchema.tables),
        (name: SeriesSchema.name, sql: SeriesSchema.sql, tables: SeriesSchema.tables),
        (name: CostSchema.name, sql: CostSchema.sql, tables: CostSchema.tables),
    ]

    static var names: [String] { steps.map(\.name) }

    /// Tables that a history has after the given steps.
    static func tables(after applied: Set<String>) -> [String] {
        steps.filter { applied.contains($0.name) }.flatMap(\.tables)
    }

    /// Makes an empty database a history, and makes the steps that it has not gone through.
    ///
    /// All in one transaction that begins with the lock, so that of several processes only one
    /// makes each step, and none sees a half made one. (The table of names is the one that GRDB's
    /// migrator keeps, whose own look at it comes before its lock.)
    static func run(on db: Database, path: String) throws {
        guard try !HistoryContents(db).missingSteps.isEmpty else {
            return try HistoryContents(db).check(path: path)
        }
        try db.inTransaction(.immediate) {
            let contents = try HistoryContents(db)
            try contents.check(path: path)
            if contents.isEmpty {
                try db.execute(sql: "PRAGMA application_id = \(History.applicationID)")
                try db.execute(
                    sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"
                )
            }
            for step in steps where !contents.steps.contains(step.name) {
                try db.execute(sql: step.sql)
                try db.execute(
                    sql: "INSERT INTO grdb_migrations VALUES (?)",
                    arguments: [step.name]
                )
            }
            return .commit
        }
    }
}
