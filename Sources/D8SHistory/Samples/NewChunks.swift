import GRDB

/// Chunks of raw samples that take no other's place, on their way into their table: many go with
/// one statement, since SQLite does much for each.
struct NewChunks {
    private static let most = 32

    private struct Row {
        let series: Int64
        let first: Int64
        let last: Int64
        let count: Int
        /// Where its bytes end.
        let end: Int
    }

    private let one: PreparedStatement
    private let many: PreparedStatement
    private var rows: [Row] = []
    private var bytes: [UInt8] = []

    init(_ db: Database) throws {
        one = try PreparedStatement(Self.insert(1), in: db)
        many = try PreparedStatement(Self.insert(Self.most), in: db)
    }

    /// The series of the one that came last, nil if none waits.
    var lastSeries: Int64? { rows.last?.series }

    mutating func append(
        series: Int64,
        first: Int64,
        last: Int64,
        count: Int,
        _ chunk: [UInt8]
    ) throws {
        bytes += chunk
        rows.append(Row(series: series, first: first, last: last, count: count, end: bytes.count))
        if rows.count == Self.most { try write() }
    }

    /// Writes those that wait.
    mutating func write() throws {
        if rows.count == Self.most {
            try run(many, rows[...])
        } else {
            for index in rows.indices { try run(one, rows[index...index]) }
        }
        rows.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    private func run(_ insert: PreparedStatement, _ part: ArraySlice<Row>) throws {
        var place: Int32 = 1
        for index in part.indices {
            let row = rows[index]
            let start = index > 0 ? rows[index - 1].end : 0
            try insert.bind(row.series, at: place)
            try insert.bind(row.first, at: place + 1)
            try insert.bind(row.last, at: place + 2)
            try insert.bind(Int64(row.count), at: place + 3)
            try bytes.withUnsafeBytes { bytes in
                let chunk = UnsafeRawBufferPointer(rebasing: bytes[start..<row.end])
                try insert.bind(blob: chunk, at: place + 4)
            }
            place += 5
        }
        try insert.run()
    }

    private static func insert(_ count: Int) -> String {
        let rows = repeatElement("(?, 0, ?, ?, ?, ?)", count: count).joined(separator: ", ")
        return "INSERT INTO chunks (series, resolution, first, last, count, data) VALUES \(rows)"
    }
}
