package import D8SModel
import GRDB

extension History {
    /// Makes a source known, or changes its kind and interval.
    ///
    /// - Parameters:
    ///   - source: Unique name, for example `git:checkout`.
    ///   - kind: For example `git`, `import`, `demo`.
    ///   - interval: The longest time in seconds between two successful collections that is still
    ///     fresh; nil for a source without a rhythm of its own.
    ///   - seriesLimit: The most series that it may bring samples of in two days.
    /// - Throws: `HistoryError`; `.row` for an empty name or kind, or an interval or limit of
    ///   nothing.
    package func register(
        source: String,
        kind: String,
        interval: Double?,
        seriesLimit: Int = History.defaultSeriesLimit
    ) throws(HistoryError) {
        try write { db in
            let upsert = try PreparedStatement(
                """
                INSERT INTO sources (name, kind, interval_seconds, series_limit)
                VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (name) DO UPDATE
                SET kind = excluded.kind, interval_seconds = excluded.interval_seconds,
                    series_limit = excluded.series_limit
                WHERE (kind, interval_seconds, series_limit)
                    IS NOT (excluded.kind, excluded.interval_seconds, excluded.series_limit)
                """,
                in: db
            )
            try upsert.bind(source, at: 1)
            try upsert.bind(kind, at: 2)
            try upsert.bind(interval, at: 3)
            try upsert.bind(Int64(seriesLimit), at: 4)
            try Ingestion.naming({ "source \(Excerpt.of(source))" }) {
                if try upsert.run() > 0 { memory.forget() }
            }
        }
    }

    /// Series that a source may bring if nobody says otherwise.
    package static let defaultSeriesLimit = 100_000

    /// Seconds that the clock of a source may be ahead.
    private static let skew = 600.0

    /// Takes in a batch of records, all of it or nothing.
    ///
    /// Records that are there already are completed and corrected: what is said last wins, and
    /// what is left open (nil or an empty text) never erases what is known. Services that are only
    /// named by other records are made without being counted, so the counts add up to
    /// `batch.count`.
    ///
    /// - Parameters:
    ///   - batch: The records; the more in one batch, the quicker.
    ///   - source: Name of a registered source.
    ///   - now: The clock: samples more than ten minutes later are not taken, since one of them
    ///     would be the newest for long; nil takes them all.
    /// - Returns: What became of the records of the batch, each counted once.
    /// - Throws: `HistoryError.row` for a record that breaks a rule of the schema (an empty id),
    ///   `.unknownSource`, `.busy`, `.full` and what else a file can do.
    package func ingest(
        _ batch: RecordBatch,
        from source: String,
        at now: Instant? = nil
    ) throws(HistoryError) -> IngestCount {
        do {
            return try ingesting(from: source, at: now) { session in
                try session.add(batch)
                return session.count
            }
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// Takes in the batches of a whole collection in one transaction, all of them or nothing.
    ///
    /// That is quicker than a transaction for each batch, above all where the records of many
    /// services come mixed, and lets a caller refuse a file whole. Others can read meanwhile, but
    /// not write.
    ///
    /// - Parameters:
    ///   - source: Name of a registered source.
    ///   - now: As at `ingest`.
    ///   - body: Adds batches to the session. It must not use this history itself.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, after everything was taken back, and `HistoryError`.
    package func ingesting<Value>(
        from source: String,
        at now: Instant? = nil,
        _ body: (IngestSession) throws -> Value
    ) throws -> Value {
        do {
            let (value, isLarge, source, costs) = try rememberingTransaction { db, memory in
                try Self.writeGenerously(db)
                let source = try Self.key(ofSource: source, db)
                let session = IngestSession(
                    db,
                    source: source,
                    path: path,
                    latest: now?.adding(seconds: Self.skew).milliseconds ?? .max,
                    now: now?.milliseconds,
                    memory: memory.taken()
                )
                session.costs = self.costs.take(source)
                defer { session.end() }
                let value = try body(session)
                try session.finish()
                memory = session.memory
                let isLarge = try session.count.samples > 0 && Self.isLarge(&memory, db)
                return (value, isLarge, source, session.costs)
            }
            if let costs { self.costs.put(costs, for: source) }
            try dropLooseKeys()
            if isLarge { try fold() }
            return value
        } catch let error as DatabaseError {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    /// The key of a registered source.
    static func key(ofSource name: String, _ db: Database) throws -> Int64 {
        let select = try PreparedStatement("SELECT id FROM sources WHERE name = ?1", in: db)
        defer { select.reset() }
        try select.bind(name, at: 1)
        guard try select.step() else { throw HistoryError.unknownSource(name: name) }
        return select.integer(0)
    }
}
