package import D8SModel
import GRDB

extension History {
    /// Remembers an attempt to collect from a source; one that began at the same instant is
    /// replaced.
    ///
    /// - Throws: `HistoryError`; `.unknownSource` if the source was not registered.
    package func record(
        _ attempt: CollectionAttempt,
        of source: String
    ) throws(HistoryError) {
        try write { db in
            let insert = try PreparedStatement(Self.insertCollection, in: db)
            try insert.bind(Self.key(ofSource: source, db), at: 1)
            try insert.bind(attempt.started.milliseconds, at: 2)
            try insert.bind(attempt.finished.milliseconds, at: 3)
            try insert.bind(attempt.error.map { $0.ifAny ?? "unknown error" }, at: 4)
            try insert.bind(Int64(attempt.count.inserted), at: 5)
            try insert.bind(Int64(attempt.count.updated), at: 6)
            try insert.bind(Int64(attempt.count.unchanged), at: 7)
            try insert.bind(Int64(attempt.rejected), at: 8)
            try insert.bind(attempt.newestEvent?.milliseconds, at: 9)
            try Ingestion.naming({ "collection of the source \(Excerpt.of(source))" }) {
                try insert.run()
            }
        }
    }

    /// What is known of every source, sorted by name.
    package func sources() throws(HistoryError) -> [SourceState] {
        try read { db in
            let services = try Self.servicesBySource(db)
            let select = try PreparedStatement(Self.selectSources, in: db)
            defer { select.reset() }
            var states: [SourceState] = []
            while try select.step() {
                states.append(Self.state(select, services: services[select.integer(0)] ?? []))
            }
            return states.sorted { $0.name < $1.name }
        }
    }

    private static func state(_ row: PreparedStatement, services: [String]) -> SourceState {
        SourceState(
            name: row.text(1),
            kind: row.text(2),
            interval: row.optionalReal(3),
            lastSuccess: row.optionalInstant(4),
            newestEvent: row.optionalInstant(5),
            lastAttempt: row.optionalInstant(6),
            lastError: row.optionalText(7),
            services: services.sorted(),
            rejected: Int(row.integer(8))
        )
    }

    private static func servicesBySource(_ db: Database) throws -> [Int64: [String]] {
        let select = try PreparedStatement(
            """
            SELECT source, name FROM source_services
            JOIN services ON services.id = source_services.service
            """,
            in: db
        )
        defer { select.reset() }
        var names: [Int64: [String]] = [:]
        while try select.step() { names[select.integer(0), default: []].append(select.text(1)) }
        return names
    }

    private static let insertCollection = """
        INSERT OR REPLACE INTO collections (
            source, started, finished, error, inserted, updated, unchanged, rejected, newest_event
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """

    /// The last attempt is the one that began last.
    private static let selectSources = """
        SELECT
            sources.id, sources.name, kind, interval_seconds,
            (SELECT max(finished) FROM collections
                WHERE source = sources.id AND error IS NULL),
            (SELECT max(newest_event) FROM collections WHERE source = sources.id),
            last.finished, last.error,
            coalesce(
                (SELECT rejected FROM collections WHERE source = sources.id AND error IS NULL
                    ORDER BY started DESC LIMIT 1),
                0
            )
        FROM sources
        LEFT JOIN collections AS last ON last.id = (
            SELECT id FROM collections WHERE source = sources.id ORDER BY started DESC LIMIT 1
        )
        """
}
