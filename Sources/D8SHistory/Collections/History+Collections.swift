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
            try insert.bind(Int64(attempt.count.samples), at: 10)
            try insert.bind(Int64(attempt.count.refusedSeries), at: 11)
            try insert.bind(Int64(attempt.count.refusedSamples), at: 12)
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
            rejected: Int(row.integer(8)),
            coverage: coverage(row)
        )
    }

    /// The day before the newest one is the last that is full; a source of one day has only that.
    private static func coverage(_ row: PreparedStatement) -> SeriesCoverage? {
        guard let active = row.optionalInteger(9) else { return nil }
        return SeriesCoverage(
            active: Int(active),
            before: row.optionalInteger(10).map { Int($0) },
            limit: Int(row.integer(11)),
            refused: Int(row.integer(12))
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
            source, started, finished, error, inserted, updated, unchanged, rejected,
            newest_event, samples, refused_series, refused_samples
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """

    /// The last attempt is the one that began last.
    private static let selectSources = """
        SELECT
            sources.id, sources.name, kind, interval_seconds, success.finished,
            (SELECT max(newest_event) FROM collections
                WHERE source = sources.id AND newest_event IS NOT NULL),
            last.finished, last.error, coalesce(success.rejected, 0),
            coalesce(full.count, newest.count), before.count, series_limit,
            coalesce(last.refused_series, 0)
        FROM sources
        LEFT JOIN collections AS last ON last.id = (
            SELECT id FROM collections WHERE source = sources.id ORDER BY started DESC LIMIT 1
        )
        LEFT JOIN collections AS success ON success.id = (
            SELECT id FROM collections WHERE source = sources.id AND error IS NULL
            ORDER BY started DESC LIMIT 1
        )
        LEFT JOIN activity AS newest ON newest.source = sources.id AND newest.day = (
            SELECT max(day) FROM activity WHERE source = sources.id
        )
        LEFT JOIN activity AS full
            ON full.source = sources.id AND full.day = newest.day - 1
        LEFT JOIN activity AS before
            ON before.source = sources.id AND before.day = newest.day - 8
        """
}
