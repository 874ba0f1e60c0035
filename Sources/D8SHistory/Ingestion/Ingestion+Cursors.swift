import GRDB

extension Ingestion {
    /// Remembers how far the source has been read; a value of nil forgets a cursor.
    func set(_ cursors: [String: String?]) throws {
        guard !cursors.isEmpty else { return }
        let upsert = try PreparedStatement(
            """
            INSERT INTO cursors (source, name, value) VALUES (?1, ?2, ?3)
            ON CONFLICT (source, name) DO UPDATE SET value = excluded.value
            """,
            in: db
        )
        let delete = try PreparedStatement(
            "DELETE FROM cursors WHERE source = ?1 AND name = ?2",
            in: db
        )
        for (name, value) in cursors.sorted(by: { $0.key < $1.key }) {
            let statement = value == nil ? delete : upsert
            try statement.bind(source, at: 1)
            try statement.bind(name, at: 2)
            if let value { try statement.bind(value, at: 3) }
            try statement.run()
        }
    }
}
