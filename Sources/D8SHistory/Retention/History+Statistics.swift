import D8SModel
import GRDB

extension History {
    /// Counts what is in the history, from one state of it; chunks are not decoded.
    package func statistics() throws(HistoryError) -> HistoryStatistics {
        try read { db in
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            let pageSize = try number("PRAGMA page_size")
            return HistoryStatistics(
                fileSize: try number("PRAGMA page_count") * pageSize,
                freeSize: try number("PRAGMA freelist_count") * pageSize,
                series: try number("SELECT count(*) FROM series"),
                headCount: try number("SELECT sum(count) FROM head"),
                headSize: try number("SELECT sum(length(data)) FROM head"),
                shares: try Self.shares(db),
                coverage: try Self.coverage(db)
            )
        }
    }

    private static func shares(_ db: Database) throws -> [HistoryStatistics.Share] {
        let select = try PreparedStatement(
            """
            SELECT
                metric, resolution, count(DISTINCT series), sum(count), sum(length(data)),
                min(first), max(last)
            FROM chunks JOIN series ON series.id = chunks.series
            GROUP BY metric, resolution ORDER BY metric, resolution
            """,
            in: db
        )
        defer { select.reset() }
        var shares: [HistoryStatistics.Share] = []
        while try select.step() {
            shares.append(
                HistoryStatistics.Share(
                    metric: select.text(0),
                    resolution: select.integer(1),
                    series: Int(select.integer(2)),
                    count: Int(select.integer(3)),
                    bytes: Int(select.integer(4)),
                    first: select.instant(5),
                    last: select.instant(6)
                )
            )
        }
        return shares
    }

    private static func coverage(_ db: Database) throws -> [HistoryStatistics.Coverage] {
        let select = try PreparedStatement(
            """
            SELECT sources.name, interval_seconds, started, error IS NULL
            FROM collections JOIN sources ON sources.id = source
            WHERE started >= (SELECT max(started) FROM collections) - 604800000
            ORDER BY source, started
            """,
            in: db
        )
        defer { select.reset() }
        var counters: [String: CoverageCounter] = [:]
        while try select.step() {
            let source = select.text(0)
            var counter =
                counters.removeValue(forKey: source)
                ?? CoverageCounter(interval: select.optionalReal(1), first: select.integer(2))
            counter.add(select.integer(2), isSuccess: select.integer(3) != 0)
            counters[source] = counter
        }
        return counters.sorted { $0.key < $1.key }.map { $1.coverage(of: $0) }
    }
}
