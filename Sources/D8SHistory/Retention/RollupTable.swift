import GRDB

/// The rollups of one series and resolution, from some time on, on their way out and in again.
struct RollupTable {
    private let resolution: RollupResolution
    private let chunks: ChunkReader
    private let previous: PreparedStatement
    private let table: ChunkTable
    private var encoder = ChunkEncoder()
    private var bytes: [UInt8] = []
    private var series: Int64 = 0
    private var rows: [Int64] = []
    private var columns = RollupColumns()

    init(_ db: Database, _ resolution: RollupResolution) throws {
        self.resolution = resolution
        chunks = try ChunkReader(db, resolution: resolution.milliseconds)
        table = try ChunkTable(db)
        previous = try PreparedStatement(
            """
            SELECT max(first) FROM chunks WHERE series = ?1 AND resolution = ?2 AND first <= ?3
            """,
            in: db
        )
    }

    /// Reads what there is from the chunk on that begins at this time or before it.
    mutating func read(_ series: Int64, from: Int64) throws {
        self.series = series
        try previous.bind(series, at: 1)
        try previous.bind(resolution.milliseconds, at: 2)
        try previous.bind(from, at: 3)
        let start = try previous.step() ? previous.optionalInteger(0) ?? from : from
        previous.reset()
        var columns = RollupColumns()
        var rows: [Int64] = []
        try chunks.forEach(of: series, from: start, to: .max) { chunk, bytes in
            guard columns.ends.last ?? .min < chunk.first else { return }
            do throws(ChunkFault) {
                try columns.append(chunk: bytes)
                rows.append(chunk.id)
            } catch {}
        }
        self.columns = columns
        self.rows = rows
    }

    /// The last value of the newest bucket that ends until then; nil if there is none.
    func last(until end: Int64) -> Double? {
        columns.ends.lastIndex { $0 <= end }.map { columns.lasts[$0] }
    }

    /// Those that end after the beginning of a span and until its end.
    func rollups(in span: Range<Int64>) -> RollupColumns {
        var found = RollupColumns()
        for index in 0..<columns.count
        where columns.ends[index] > span.lowerBound && columns.ends[index] <= span.upperBound {
            found.append(columns[index])
        }
        return found
    }

    /// Writes new rollups in place of those in a span; what is there stays until `kept`.
    mutating func replace(
        _ new: RollupColumns,
        in span: Range<Int64>,
        keepingUntil kept: Int64
    ) throws {
        var merged: [Int64: Rollup] = [:]
        for index in 0..<new.count { merged[new.ends[index]] = new[index] }
        for index in 0..<columns.count {
            let end = columns.ends[index]
            let isReplaced = end > max(span.lowerBound, kept) && end <= span.upperBound
            if !isReplaced { merged[end] = columns[index] }
        }
        columns = RollupColumns()
        for end in merged.keys.sorted() { if let rollup = merged[end] { columns.append(rollup) } }
        try rows.forEach(table.remove)
        rows = []
        try write()
    }

    private mutating func write() throws {
        var size = ChunkSize()
        var start = 0
        while start < columns.count {
            let part = start..<min(start + size.rows, columns.count)
            bytes.removeAll(keepingCapacity: true)
            try encoder.append(columns, part, resolution: resolution, to: &bytes)
            guard size.learn(rows: part.count, bytes: bytes.count) else { continue }
            try table.insert(
                series: series,
                resolution: resolution.milliseconds,
                first: columns.ends[part.lowerBound],
                last: columns.ends[part.upperBound - 1],
                count: part.count,
                bytes
            )
            start = part.upperBound
        }
    }
}
