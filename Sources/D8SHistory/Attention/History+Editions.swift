package import D8SModel
import GRDB

extension History {
    /// The editions of all nights before this one, in order.
    package func editions(before night: Day) throws(HistoryError) -> [EditionRecord] {
        try read { db in
            let select = try PreparedStatement(
                """
                SELECT night, as_of, valid_until, critical, warning, info, digest
                FROM editions WHERE night < ?1 ORDER BY night
                """,
                in: db
            )
            defer { select.reset() }
            try select.bind(Int64(night.number), at: 1)
            var editions: [EditionRecord] = []
            while try select.step() { editions.append(Self.edition(select)) }
            return editions
        }
    }

    /// Remembers an edition in place of what was remembered of its night before.
    package func record(_ edition: EditionRecord) throws(HistoryError) {
        try write { db in
            let insert = try PreparedStatement(
                "INSERT OR REPLACE INTO editions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                in: db
            )
            try insert.bind(Int64(edition.night.number), at: 1)
            try insert.bind(edition.asOf.milliseconds, at: 2)
            try insert.bind(edition.validUntil.milliseconds, at: 3)
            try insert.bind(Int64(edition.critical), at: 4)
            try insert.bind(Int64(edition.warning), at: 5)
            try insert.bind(Int64(edition.info), at: 6)
            try insert.bind(edition.digest, at: 7)
            try Ingestion.naming({ "edition of \(edition.night)" }) { try insert.run() }
        }
    }

    private static func edition(_ row: PreparedStatement) -> EditionRecord {
        EditionRecord(
            night: Day(number: Int(row.integer(0))),
            asOf: row.instant(1),
            validUntil: row.instant(2),
            critical: Int(row.integer(3)),
            warning: Int(row.integer(4)),
            info: Int(row.integer(5)),
            digest: row.text(6)
        )
    }
}
