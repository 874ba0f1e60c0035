package import D8SModel
import GRDB

extension History {
    /// What is remembered of the items of all nights before this one, sorted by night and item.
    package func ledger(before night: Day) throws(HistoryError) -> [LedgerEntry] {
        try read { db in
            let select = try PreparedStatement(
                """
                SELECT night, item, state, severity, magnitude, title, entity_kind, entity_name
                FROM attention WHERE night < ?1 ORDER BY night, item
                """,
                in: db
            )
            defer { select.reset() }
            try select.bind(Int64(night.number), at: 1)
            var entries: [LedgerEntry] = []
            while try select.step() { entries.append(try Self.entry(select)) }
            return entries
        }
    }

    /// Remembers the items of a night in place of what was remembered of it before.
    ///
    /// - Parameters:
    ///   - entries: One for each item; all of them are of `night`, whatever their own says.
    ///   - night: Writing the same entries for it again changes nothing.
    /// - Throws: `HistoryError`; `.row` for two entries of one item, an empty id, or a magnitude
    ///   that is not a number.
    package func writeLedger(
        _ entries: [LedgerEntry],
        for night: Day
    ) throws(HistoryError) {
        try write { db in
            let delete = try PreparedStatement("DELETE FROM attention WHERE night = ?1", in: db)
            try delete.bind(Int64(night.number), at: 1)
            try delete.run()
            let insert = try PreparedStatement(
                "INSERT INTO attention VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                in: db
            )
            for entry in entries {
                try Ingestion.naming({ "ledger entry \(Excerpt.of(entry.item))" }) {
                    try insert.bind(Int64(night.number), at: 1)
                    try Self.bind(entry, to: insert)
                    try insert.run()
                }
            }
        }
    }

    private static func bind(_ entry: LedgerEntry, to statement: PreparedStatement) throws {
        try statement.bind(entry.item, at: 2)
        try statement.bind(entry.state.rawValue, at: 3)
        try statement.bind(Int64(entry.severity.rawValue), at: 4)
        try statement.bind(entry.magnitude, at: 5)
        try statement.bind(entry.title, at: 6)
        try statement.bind(entry.entity.kind.rawValue, at: 7)
        try statement.bind(entry.entity.name, at: 8)
    }

    private static func entry(_ row: PreparedStatement) throws -> LedgerEntry {
        guard let state = Life.State(rawValue: row.text(2)),
            let severity = Severity(rawValue: Int(row.integer(3))),
            let kind = Entity.Kind(rawValue: row.text(6))
        else {
            throw HistoryError.row(
                record: "ledger entry \(Excerpt.of(row.text(1)))",
                reason: "its state, severity or kind of entity is none that D8S knows"
            )
        }
        return LedgerEntry(
            item: row.text(1),
            night: Day(number: Int(row.integer(0))),
            state: state,
            severity: severity,
            magnitude: row.real(4),
            title: row.text(5),
            entity: Entity(kind: kind, name: row.text(7))
        )
    }
}
