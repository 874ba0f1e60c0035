package import D8SModel
import GRDB

extension History {
    /// How far a source has been read, in its own words: what its batches left.
    ///
    /// Nothing for a source that nobody registered.
    package func cursors(of source: String) throws(HistoryError) -> [String: String] {
        try read { db in
            let select = try PreparedStatement(
                """
                SELECT cursors.name, value FROM cursors JOIN sources ON sources.id = source
                WHERE sources.name = ?1
                """,
                in: db
            )
            defer { select.reset() }
            try select.bind(source, at: 1)
            var cursors: [String: String] = [:]
            while try select.step() { cursors[select.text(0)] = select.text(1) }
            return cursors
        }
    }

    /// End of the last collection from a source that succeeded; nil if none ever did.
    package func lastSuccess(of source: String) throws(HistoryError) -> Instant? {
        try read { db in
            let select = try PreparedStatement(
                """
                SELECT finished FROM collections
                WHERE source = (SELECT id FROM sources WHERE name = ?1) AND error IS NULL
                ORDER BY started DESC LIMIT 1
                """,
                in: db
            )
            defer { select.reset() }
            try select.bind(source, at: 1)
            return try select.step() ? select.instant(0) : nil
        }
    }
}
