import D8SModel
import GRDB

extension History {
    /// The time of which the coverage is told, in milliseconds.
    private static let week: Int64 = 604_800_000

    /// Counts what is in the history, from one state of it; few chunks are decoded.
    package func statistics() throws(HistoryError) -> HistoryStatistics {
        try read { db in
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            let pageSize = try number("PRAGMA page_size")
            let shares = try Self.shares(db)
            let newest = shares.filter { $0.resolution == 0 }.map(\.last.milliseconds).max()
            var samples = try SampleCoverageReader(db)
            return HistoryStatistics(
                fileSize: try number("PRAGMA page_count") * pageSize,
                freeSize: try number("PRAGMA freelist_count") * pageSize,
                series: try number("SELECT count(*) FROM series"),
                headCount: try number("SELECT sum(count) FROM head"),
                headSize: try number("SELECT sum(length(data)) FROM head"),
                shares: shares,
                coverage: try Self.coverage(db),
                samples: try newest.map {
                    try samples.read(from: max(.min + Self.week, $0) - Self.week)
                }
                    ?? []
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
            WHERE started >= (SELECT max(started) FROM collections) - \(week)
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
