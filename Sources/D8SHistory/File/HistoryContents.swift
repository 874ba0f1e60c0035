import GRDB

/// What a database that carries the id of D8S has gone through.
struct HistoryContents {
    let tables: Set<String>
    /// Names of the migrations that were made.
    let steps: Set<String>

    /// True in a file that was named a history and got no further.
    var isEmpty: Bool { tables.isEmpty }

    /// Reads the contents through any connection, given as a function from SQL to one column.
    init(reading texts: (_ sql: String) throws -> [String]) rethrows {
        tables = Set(try texts("SELECT name FROM sqlite_master WHERE type = 'table'"))
        let known = tables.contains("grdb_migrations")
        steps = known ? Set(try texts("SELECT identifier FROM grdb_migrations")) : []
    }

    init(_ db: Database) throws {
        try self.init { try String.fetchAll(db, sql: $0) }
    }

    /// The steps that are still to be made.
    var missingSteps: [String] { Migrations.names.filter { !steps.contains($0) } }

    /// Refuses what this D8S cannot use: steps it does not know, tables that should be there.
    func check(path: String) throws(HistoryError) {
        let unknown = steps.subtracting(Migrations.names).sorted()
        guard unknown.isEmpty else { throw .newer(path: path, steps: unknown) }
        guard !isEmpty else { return }
        let expected = Migrations.tables(after: steps) + ["grdb_migrations"]
        let missing = expected.filter { !tables.contains($0) }.sorted()
        guard missing.isEmpty else { throw .tablesMissing(path: path, tables: missing) }
    }
}
