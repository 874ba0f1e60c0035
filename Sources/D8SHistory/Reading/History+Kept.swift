package import D8SModel
import GRDB

extension History {
    /// The instant before which raw samples were dropped; nil if all are kept.
    package func rawStart() throws(HistoryError) -> Instant? {
        try read { db in try Upkeep(db).value(of: .rawFrom).map { Instant(milliseconds: $0) } }
    }

    /// When the earliest hour or day begins that was rolled up and is kept; nil if there is none.
    package func rollupStart(_ resolution: RollupResolution) throws(HistoryError) -> Instant? {
        try read { db in
            let select = try PreparedStatement(
                """
                SELECT min((
                    SELECT first FROM chunks WHERE series = series.id AND resolution = ?1
                    ORDER BY first LIMIT 1
                )) FROM series
                """,
                in: db
            )
            defer { select.reset() }
            try select.bind(resolution.milliseconds, at: 1)
            guard try select.step(), let end = select.optionalInteger(0) else { return nil }
            return Instant(milliseconds: end - resolution.milliseconds)
        }
    }
}
