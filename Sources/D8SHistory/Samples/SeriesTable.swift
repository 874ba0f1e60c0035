import D8SModel
import GRDB

/// Finds and makes rows of `series`.
struct SeriesTable {
    private let select: PreparedStatement
    private let insert: PreparedStatement
    private let db: Database
    private let source: Int64
    /// Whether the series that was asked for last was new: so is the next one, most likely.
    private var expectsNew = false
    /// The labels of the series that is asked for.
    private var labels: [UInt8] = []

    init(_ db: Database, source: Int64) throws {
        self.db = db
        self.source = source
        select = try PreparedStatement(
            "SELECT id FROM series WHERE metric = ?1 AND labels = ?2",
            in: db
        )
        insert = try PreparedStatement(
            """
            INSERT INTO series (metric, labels, source) VALUES (?1, ?2, ?3)
            ON CONFLICT (metric, labels) DO NOTHING
            """,
            in: db
        )
    }

    /// The key of a series; nil if there is none of it and none may be made.
    mutating func key(of series: Series, mayBeMade: Bool) throws -> Int64? {
        labels.removeAll(keepingCapacity: true)
        LabelText.append(labelsOf: series, to: &labels)
        if !expectsNew || !mayBeMade, let known = try find(series) {
            expectsNew = false
            return known
        }
        guard mayBeMade else { return nil }
        try bind(series, insert)
        try insert.bind(source, at: 3)
        let isNew = try insert.run() == 1
        expectsNew = isNew
        return try isNew ? db.lastInsertedRowID : find(series)
    }

    private func find(_ series: Series) throws -> Int64? {
        defer { select.reset() }
        try bind(series, select)
        return try select.step() ? select.integer(0) : nil
    }

    private func bind(_ series: Series, _ statement: PreparedStatement) throws {
        try statement.bind(utf8: LabelText.metric(of: series), at: 1)
        try statement.bind(utf8: labels, at: 2)
    }
}
