import GRDB

/// Merges samples into the raw chunks of one series after the other.
struct ChunkWriter {
    private let chunks: ChunkReader
    private let latest: PreparedStatement
    private let previous: PreparedStatement
    private let table: ChunkTable
    private var new: NewChunks
    private let setRolled: PreparedStatement
    /// The latest time up to which a series is rolled up; nil if none is.
    private let rolled: Int64?
    private var encoder = ChunkEncoder()
    private var columns = SampleColumns()
    private var bytes: [UInt8] = []

    init(_ db: Database) throws {
        chunks = try ChunkReader(db, resolution: 0)
        table = try ChunkTable(db)
        new = try NewChunks(db)
        latest = try PreparedStatement(
            """
            SELECT last, count, length(data) FROM chunks
            WHERE series = ?1 AND resolution = 0 AND first <= ?2 ORDER BY first DESC LIMIT 1
            """,
            in: db
        )
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
        rolled = try Int64.fetchOne(db, sql: "SELECT max(rolled) FROM series")
    }

    /// Merges samples of a series, in the order in which they were said; the last one of a time
    /// counts.
    ///
    /// A chunk that is damaged is left as it is, unless one that begins at the same time takes its
    /// place. Some chunks are only written when `finish` is called.
    mutating func merge(
        _ series: Int64,
        _ times: UnsafeBufferPointer<Int64>,
        _ values: UnsafeBufferPointer<Double>
    ) throws {
        let isAscending = SampleOrder.isAscending(times)
        guard let first = isAscending ? times.first : times.min(),
            let last = isAscending ? times.last : times.max()
        else { return }
        if let waiting = new.lastSeries, series <= waiting { try new.write() }
        if isAscending, try isApart(series, first: first, last: last, count: times.count) {
            try write(series, times, values, isNew: true)
        } else {
            guard try merge(series, times, values, first, last) else { return }
        }
        guard let rolled, first <= rolled else { return }
        try setRolled.bind(series, at: 1)
        try setRolled.bind(first - 1, at: 2)
        try setRolled.run()
    }

    /// Writes the chunks that wait to be written together.
    mutating func finish() throws {
        try new.write()
    }

    /// Merges samples into the chunks of their time.
    ///
    /// - Returns: False if there is nothing new, and so nothing was written.
    private mutating func merge(
        _ series: Int64,
        _ times: UnsafeBufferPointer<Int64>,
        _ values: UnsafeBufferPointer<Double>,
        _ first: Int64,
        _ last: Int64
    ) throws -> Bool {
        let start = try mergeableStart(series, first: first, count: times.count)
        let replaced = try readChunks(of: series, from: start, to: last)
        guard replaced.isEmpty, SampleOrder.isAscending(times) else {
            return try replace(replaced, of: series, adding: times, values)
        }
        try write(series, times, values, isNew: false)
        return true
    }

    /// Whether no chunk has something of a time or later than it begins, and the one before is not
    /// to grow: as it is with most, found by one look.
    private func isApart(_ series: Int64, first: Int64, last: Int64, count: Int) throws -> Bool {
        latest.reset()
        defer { latest.reset() }
        try latest.bind(series, at: 1)
        try latest.bind(last, at: 2)
        guard try latest.step() else { return true }
        return latest.integer(0) < first
            && !Self.isSmall(latest.integer(1), size: latest.integer(2), beside: count)
    }

    /// Reads the chunks of a time into `columns`, and says which they are.
    private mutating func readChunks(
        of series: Int64,
        from: Int64,
        to: Int64
    ) throws -> [Int64] {
        var read: [Int64] = []
        var columns = takeColumns()
        defer { self.columns = columns }
        columns.removeAll()
        try chunks.forEach(of: series, from: from, to: to) { chunk, bytes in
            do throws(ChunkFault) {
                try columns.add(chunk: bytes, chunk)
                read.append(chunk.id)
            } catch {}
        }
        return read
    }

    /// Writes what is in `columns` and these samples in place of chunks.
    ///
    /// - Returns: False if there is nothing new, and so nothing was written.
    private mutating func replace(
        _ replaced: [Int64],
        of series: Int64,
        adding times: UnsafeBufferPointer<Int64>,
        _ values: UnsafeBufferPointer<Double>
    ) throws -> Bool {
        var columns = takeColumns()
        defer { self.columns = columns }
        let before = replaced.isEmpty ? nil : columns
        SampleOrder.merge(times, values, into: &columns)
        if let before, before.isSame(as: columns) { return false }
        try replaced.forEach(table.remove)
        try columns.withColumns { try write(series, $0, $1, isNew: false) }
        return true
    }

    /// Takes the columns out, so that they are changed in place.
    private mutating func takeColumns() -> SampleColumns {
        let taken = columns
        columns = SampleColumns()
        return taken
    }

    /// From where on chunks are merged: that of the chunk before too if it is small, so that chunks
    /// grow, but seldom so that each sample is written anew only a few times.
    private func mergeableStart(_ series: Int64, first: Int64, count: Int) throws -> Int64 {
        previous.reset()
        defer { previous.reset() }
        try previous.bind(series, at: 1)
        try previous.bind(first, at: 2)
        guard try previous.step() else { return first }
        let isSmall = Self.isSmall(previous.integer(1), size: previous.integer(2), beside: count)
        return isSmall ? previous.integer(0) : first
    }

    private static func isSmall(_ rows: Int64, size: Int64, beside count: Int) -> Bool {
        rows <= 2 * count && rows < 2048 && size < ChunkSize.largestBytes * 3 / 4
    }

    private mutating func write(
        _ series: Int64,
        _ times: UnsafeBufferPointer<Int64>,
        _ values: UnsafeBufferPointer<Double>,
        isNew: Bool
    ) throws {
        var size = ChunkSize()
        var start = 0
        while start < times.count {
            let part = start..<min(start + size.rows, times.count)
            bytes.removeAll(keepingCapacity: true)
            try encoder.append(
                times: UnsafeBufferPointer(rebasing: times[part]),
                values: UnsafeBufferPointer(rebasing: values[part]),
                to: &bytes
            )
            guard size.learn(rows: part.count, bytes: bytes.count) else { continue }
            try put(series, times[part.lowerBound], times[part.upperBound - 1], part.count, isNew)
            start = part.upperBound
        }
    }
}

extension ChunkWriter {
    /// Writes the chunk in `bytes`, or has it wait if it takes no other's place.
    private mutating func put(
        _ series: Int64,
        _ first: Int64,
        _ last: Int64,
        _ count: Int,
        _ isNew: Bool
    ) throws {
        if isNew {
            try new.append(series: series, first: first, last: last, count: count, bytes)
        } else {
            try table.insert(
                series: series,
                resolution: 0,
                first: first,
                last: last,
                count: count,
                bytes
            )
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
