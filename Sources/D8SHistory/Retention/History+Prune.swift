package import D8SModel
import GRDB

extension History {
    /// Series whose rollups are brought up to date in one transaction.
    private static let seriesAtOnce = 500
    /// Days after which attempts to collect are thinned.
    private static let attemptDays = 7

    /// Folds the head, brings rollups up to date, drops what is too old and puts small chunks
    /// together.
    ///
    /// Nothing is dropped before it was rolled up. It can be stopped at any moment and run again;
    /// run twice it changes nothing more. Others may read and write meanwhile, between its steps.
    ///
    /// Of attempts to collect that are older than seven days, the last success and the last failure
    /// of each source and day stay, and the one that brought the newest event.
    ///
    /// - Parameters:
    ///   - asOf: Now: hours and days that have ended by then are rolled up.
    ///   - retention: How long samples stay.
    /// - Returns: What was dropped, and how many chunks fewer there are.
    /// - Throws: `HistoryError`.
    package func prune(
        asOf: Instant,
        retention: SampleRetention = SampleRetention()
    ) throws(HistoryError) -> PruneCount {
        try fold()
        let now = min(max(asOf.milliseconds, -ChunkHeader.farthest / 2), ChunkHeader.farthest / 2)
        let day = RollupResolution.day.milliseconds
        let instant = Instant(milliseconds: now)
        let rawFrom = RollupResolution.hour.start(
            of: max(-ChunkHeader.farthest, instant.adding(seconds: -retention.raw).milliseconds)
        )
        let hourlyFrom = RollupResolution.day.start(
            of: max(-ChunkHeader.farthest, instant.adding(seconds: -retention.hourly).milliseconds)
        )
        try rollUp(asOf: now, hourlyFrom: hourlyFrom)
        var count = PruneCount()
        count.samples = try drop(.raw(until: rawFrom))
        count.rollups = try drop(.hourly(until: hourlyFrom))
        count.series = try removeEmptySeries()
        count.chunks = try mergeChunks()
        count.attempts = try thinAttempts(before: now - Int64(Self.attemptDays) * day)
        return count
    }

    /// Writes the file anew without the pages that are free.
    ///
    /// - Throws: `HistoryError`; it needs as much space again while it runs.
    package func vacuum() throws(HistoryError) {
        do {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch {
            throw HistoryError(error, path: path, patience: patience)
        }
    }

    private func rollUp(asOf now: Int64, hourlyFrom: Int64) throws(HistoryError) {
        let counters = CounterNames(try metrics())
        var done: Int64? = 0
        while let last = done {
            done = try write { db in
                let rawFrom = try Upkeep(db).value(of: .rawFrom) ?? .min
                var writer = try RollupWriter(
                    db,
                    asOf: now,
                    rawFrom: rawFrom,
                    hourlyFrom: hourlyFrom
                )
                let part = try Self.series(after: last, db)
                for series in part {
                    try writer.rollUp(
                        series.key,
                        rolled: series.rolled,
                        isCounter: counters.isCounter(series.metric)
                    )
                }
                return part.last?.key
            }
        }
    }

    private static func series(
        after key: Int64,
        _ db: Database
    ) throws -> [(key: Int64, metric: String, rolled: Int64?)] {
        let select = try PreparedStatement(
            "SELECT id, metric, rolled FROM series WHERE id > ?1 ORDER BY id LIMIT ?2",
            in: db
        )
        defer { select.reset() }
        try select.bind(key, at: 1)
        try select.bind(Int64(seriesAtOnce), at: 2)
        var series: [(key: Int64, metric: String, rolled: Int64?)] = []
        while try select.step() {
            series.append((select.integer(0), select.text(1), select.optionalInteger(2)))
        }
        return series
    }

    private enum Old {
        case raw(until: Int64)
        case hourly(until: Int64)
    }

    /// Drops chunks that are old as a whole, and says how many rows they had.
    ///
    /// A raw chunk stays that was written since it was rolled up.
    private func drop(_ old: Old) throws(HistoryError) -> Int {
        try write { db in
            let (resolution, end): (Int64, Int64) =
                switch old {
                case .raw(let end): (0, end)
                case .hourly(let end): (RollupResolution.hour.milliseconds, end)
                }
            let sql = """
                resolution = \(resolution) AND last <= \(end)
                AND last <= (SELECT rolled FROM series WHERE series.id = chunks.series)
                """
            let count = try Int.fetchOne(db, sql: "SELECT sum(count) FROM chunks WHERE \(sql)") ?? 0
            guard count > 0 else { return 0 }
            try db.execute(sql: "DELETE FROM chunks WHERE \(sql)")
            if case .raw = old {
                let before = try Upkeep(db).value(of: .rawFrom) ?? .min
                try Upkeep(db).set(max(before, end), for: .rawFrom)
            }
            return count
        }
    }

    private func removeEmptySeries() throws(HistoryError) -> Int {
        try write { db in
            let used = Set(try HeadReader(db, from: .min, to: .max).keys)
            let empty = try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM series
                    WHERE NOT EXISTS (SELECT 1 FROM chunks WHERE chunks.series = series.id)
                    """
            ).filter { !used.contains($0) }
            guard !empty.isEmpty else { return 0 }
            for key in empty {
                try db.execute(sql: "DELETE FROM series WHERE id = ?", arguments: [key])
            }
            let removals = try Upkeep(db).value(of: .removals) ?? 0
            try Upkeep(db).set(removals + 1, for: .removals)
            return empty.count
        }
    }

    private func thinAttempts(before time: Int64) throws(HistoryError) -> Int {
        try write { db in
            try db.execute(
                sql: """
                    DELETE FROM collections WHERE started < ?1 AND id NOT IN (
                        SELECT first_value(id) OVER (
                            PARTITION BY source, started / 86400000, error IS NULL
                            ORDER BY started DESC
                        )
                        FROM collections WHERE started < ?1
                        UNION
                        SELECT first_value(id) OVER (
                            PARTITION BY source ORDER BY newest_event DESC
                        )
                        FROM collections WHERE newest_event IS NOT NULL
                    )
                    """,
                arguments: [time]
            )
            return db.changesCount
        }
    }
}
