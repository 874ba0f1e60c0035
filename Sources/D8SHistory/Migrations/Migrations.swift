import GRDB

/// The named steps from an empty file to the schema of this D8S, in order; only ever appended to.
enum Migrations {
    static let names = [DeliverySchema.name]

    /// Tables that a history has after the given steps.
    static func tables(after applied: Set<String>) -> [String] {
        applied.contains(DeliverySchema.name) ? DeliverySchema.tables : []
    }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(DeliverySchema.name) { db in
            try db.execute(sql: DeliverySchema.sql)
        }
        return migrator
    }
}
