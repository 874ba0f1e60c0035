import D8SModel
import GRDB

/// A series and its key in the history.
struct StoredSeries {
    let key: Int64
    let series: Series

    /// Those that are selected, in the order of their bytes.
    static func all(_ selection: SeriesSelection, _ db: Database) throws -> [StoredSeries] {
        let select = try PreparedStatement(
            "SELECT id, metric, labels FROM series"
                + (selection.metric == nil ? "" : " WHERE metric = ?1"),
            in: db
        )
        defer { select.reset() }
        if let metric = selection.metric { try select.bind(metric, at: 1) }
        var all: [StoredSeries] = []
        while try select.step() {
            let series = try series(select)
            if selection.matches(series) {
                all.append(StoredSeries(key: select.integer(0), series: series))
            }
        }
        return all.sorted { $0.series < $1.series }
    }

    /// The series of a key, for the sentence of an error.
    static func name(of key: Int64, _ db: Database) throws -> String {
        let select = try PreparedStatement(
            "SELECT id, metric, labels FROM series WHERE id = ?1",
            in: db
        )
        defer { select.reset() }
        try select.bind(key, at: 1)
        return try select.step() ? "\(try series(select))" : "series \(key)"
    }

    private static func series(_ row: PreparedStatement) throws -> Series {
        guard let series = LabelText.series(metric: row.bytes(1), labels: row.bytes(2)) else {
            throw HistoryError.row(
                record: "series \(Excerpt.of(row.text(1)))",
                reason: "its labels are no JSON object of texts: \(Excerpt.of(row.text(2)))"
            )
        }
        return series
    }
}
