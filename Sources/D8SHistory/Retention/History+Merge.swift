import GRDB

extension History {
    /// Series whose chunks are put together in one transaction.
    private static let mergedAtOnce = 500

    /// Puts small chunks together that came since this was done last, and says how many fewer there
    /// are.
    ///
    /// The samples stay as they are. It can be stopped at any moment and run again.
    func mergeChunks() throws(HistoryError) -> Int {
        let (changed, newest) = try read { db in
            let mark = try Upkeep(db).value(of: .mergedChunk) ?? 0
            let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM chunks") ?? 0
            return (try Self.changedSeries(after: mark, db), newest)
        }
        var fewer = 0
        for start in stride(from: 0, to: changed.count, by: Self.mergedAtOnce) {
            let part = changed[start..<min(start + Self.mergedAtOnce, changed.count)]
            fewer += try write { db in
                var merger = try ChunkMerger(db)
                return try part.reduce(0) { try $0 + merger.merge($1.series, from: $1.first) }
            }
        }
        // Those that were made here are looked at once more next time, and those that others have
        // written meanwhile are not left out.
        if !changed.isEmpty { try write { try Upkeep($0).set(newest, for: .mergedChunk) } }
        return fewer
    }

    /// The series with raw chunks after this key, and the time of the first of them.
    private static func changedSeries(
        after key: Int64,
        _ db: Database
    ) throws -> [(series: Int64, first: Int64)] {
        let select = try PreparedStatement(
            """
            SELECT series, min(first) FROM chunks WHERE id > ?1 AND resolution = 0
            GROUP BY series ORDER BY series
            """,
            in: db
        )
        defer { select.reset() }
        try select.bind(key, at: 1)
        var changed: [(series: Int64, first: Int64)] = []
        while try select.step() { changed.append((select.integer(0), select.integer(1))) }
        return changed
    }
}
