/// A table for programs: the same rows as CSV and as JSON, and what its columns mean.
struct DataSet: Sendable {
    struct Column: Sendable {
        let name: String
        /// `text`, `number`, `integer`, `boolean`, `instant` or `day`.
        let type: String
        let meaning: String
    }

    /// Name of its files, without suffix.
    let name: String
    let about: String
    let columns: [Column]
    /// How many rows there are.
    let count: Int
    /// Hands over one row after the other: a table is never whole in memory.
    let forEachRow: @Sendable (_ body: ([DataValue]) -> Void) -> Void

    var csv: [UInt8] {
        var csv = CSV(header: columns.map(\.name))
        csv.reserve(rows: count)
        forEachRow { csv.add($0) }
        return csv.bytes
    }

    /// A list of objects, one a line.
    var json: [UInt8] { JSON.rows(columns.map(\.name), count: count, forEachRow) }
}
