import GRDB

/// Merges samples into the raw chunks of one series after the other.
struct ChunkWriter {
    private let chunks: ChunkReader
    private let previous: PreparedStatement
    private let table: ChunkTable
    private let setRolled: PreparedStatement
    private var encoder = ChunkEncoder()
    private var columns = SampleColumns()
    private var bytes: [UInt8] = []

    init(_ db: Database) throws {
        chunks = try ChunkReader(db, resolution: 0)
        table = try ChunkTable(db)
        previous = try PreparedStatement(
            """
            SELECT first, count, length(data) FROM chunks
            WHERE series = ?1 AND resolution = 0 AND first < ?2 ORDER BY first DESC LIMIT 1
            """,
            in: db
        )
        setRolled = try PreparedStatement(
            "UPDATE series SET rolled = ?2 WHERE id = ?1 AND rolled > ?2",
            in: db
        )
    }

    /// Merges samples of a series, in the order in which they were said; the last one of a time
    /// counts.
    ///
    /// A chunk that is damaged is left as it is, unless one that begins at the same time takes its
    /// place.
    mutating func merge(
        _ series: Int64,
        _ times: UnsafeBufferPointer<Int64>,
        _ values: UnsafeBufferPointer<Double>
    ) throws {
        guard let first = times.min(), let last = times.max() else { return }
        var columns = self.columns
        self.columns = SampleColumns()
        defer { self.columns = columns }
        columns.removeAll()
        var replaced: [Int64] = []
        let start = try mergeableStart(series, first: first, count: times.count)
        try chunks.forEach(of: series, from: start, to: last) { chunk, bytes in
            do throws(ChunkFault) {
                try columns.add(chunk: bytes, chunk)
                replaced.append(chunk.id)
            } catch {}
        }
        let before = replaced.isEmpty ? nil : columns
        SampleOrder.merge(times, values, into: &columns)
        if let before, before.isSame(as: columns) { return }
        try replaced.forEach(table.remove)
        try write(series, columns)
        try setRolled.bind(series, at: 1)
        try setRolled.bind(first - 1, at: 2)
        try setRolled.run()
    }

    /// From where on chunks are merged: that of the chunk before too if it is small, so that chunks
    /// grow, but seldom so that each sample is written anew only a few times.
    private func mergeableStart(_ series: Int64, first: Int64, count: Int) throws -> Int64 {
        previous.reset()
        defer { previous.reset() }
        try previous.bind(series, at: 1)
        try previous.bind(first, at: 2)
        guard try previous.step() else { return first }
        let isSmall =
            previous.integer(1) <= 2 * count && previous.integer(1) < 2048
            && previous.integer(2) < ChunkSize.largestBytes * 3 / 4
        return isSmall ? previous.integer(0) : first
    }

    private mutating func write(_ series: Int64, _ columns: SampleColumns) throws {
        var size = ChunkSize()
        var start = 0
        while start < columns.count {
            let part = start..<min(start + size.rows, columns.count)
            bytes.removeAll(keepingCapacity: true)
            try columns.withColumns { times, values in
                try encoder.append(
                    times: UnsafeBufferPointer(rebasing: times[part]),
                    values: UnsafeBufferPointer(rebasing: values[part]),
                    to: &bytes
                )
            }
            guard size.learn(rows: part.count, bytes: bytes.count) else { continue }
            try table.insert(
                series: series,
                resolution: 0,
                first: columns.times[part.lowerBound],
                last: columns.times[part.upperBound - 1],
                count: part.count,
                bytes
            )
            start = part.upperBound
        }
    }
}

extension SampleColumns {
    /// Whether both have the same samples, bit for bit.
    func isSame(as other: SampleColumns) -> Bool {
        count == other.count && times == other.times
            && zip(values, other.values).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
}
