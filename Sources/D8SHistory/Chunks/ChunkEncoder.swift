/// Writes chunks.
///
/// Keep one for many chunks: it reuses its memory. The format is in the history's README, "Chunks".
struct ChunkEncoder: Sendable {
    private var scratch = [Int64](
        repeating: 0,
        count: ValueColumn.scratchSize + BlockWriter.scratchSize
    )

    /// Appends a chunk of raw samples to `bytes`.
    ///
    /// - Parameters:
    ///   - times: Milliseconds since 1970, strictly ascending, 1 to 4,096 of them.
    ///   - samples: As many values; every bit of them survives.
    ///   - bytes: What the chunk is appended to.
    /// - Throws: `count` or `times` if they are not so; then `bytes` is as it was.
    mutating func append(
        times: UnsafeBufferPointer<Int64>,
        values samples: UnsafeBufferPointer<Double>,
        to bytes: inout [UInt8]
    ) throws(ChunkFault) {
        guard times.count == samples.count else { throw .count(samples.count) }
        let header = try ChunkHeader(.raw, resolution: 0, times: times)
        write(columns: 2, rows: times.count, to: &bytes) { sink, blocks, values in
            header.write(to: &sink)
            if let times = times.baseAddress {
                blocks.write(times, count: header.count, to: &sink)
            }
            values.write(samples, blocks: &blocks, to: &sink)
        }
    }

    /// Appends a chunk of rollups to `bytes`.
    ///
    /// - Parameters:
    ///   - rollups: Where they are.
    ///   - range: Which of them, 1 to 4,096.
    ///   - resolution: The width of their buckets.
    ///   - bytes: What the chunk is appended to.
    /// - Throws: `count` if there are not so many of them, `times` if their ends are not strictly
    ///   ascending; then `bytes` is as it was.
    mutating func append(
        _ rollups: RollupColumns,
        _ range: Range<Int>,
        resolution: RollupResolution,
        to bytes: inout [UInt8]
    ) throws(ChunkFault) {
        guard range.upperBound <= rollups.count else { throw .count(range.count) }
        let header = try rollups.ends.withUnsafeBufferPointer { (ends) throws(ChunkFault) in
            try ChunkHeader(
                .rollup,
                resolution: resolution.rawValue,
                times: UnsafeBufferPointer(rebasing: ends[range])
            )
        }
        let columns = 2 + RollupColumns.values.count
        write(columns: columns, rows: range.count, to: &bytes) { sink, blocks, values in
            header.write(to: &sink)
            rollups.write(range, blocks: &blocks, values: &values, to: &sink)
        }
    }

    /// Lends the writers their memory, and appends what the body writes and its checksum.
    private mutating func write(
        columns: Int,
        rows: Int,
        to bytes: inout [UInt8],
        _ body: (inout ChunkSink, inout BlockWriter, inout ValueColumn) -> Void
    ) {
        let start = bytes.count
        let room = ChunkSink.largestSize(columns: columns, rows: rows)
        bytes.append(contentsOf: repeatElement(0, count: room))
        let size = bytes.withUnsafeMutableBytes { bytes in
            scratch.withUnsafeMutableBufferPointer { scratch in
                guard let place = bytes.baseAddress, let scratch = scratch.baseAddress else {
                    return 0
                }
                var sink = ChunkSink(place + start)
                var values = ValueColumn(scratch: scratch)
                var blocks = BlockWriter(scratch: scratch + ValueColumn.scratchSize)
                body(&sink, &blocks, &values)
                sink.writeChecksum()
                return sink.offset
            }
        }
        bytes.removeLast(room - size)
    }
}

extension ChunkHeader {
    /// The header of a chunk with these times, if it can have them.
    init(
        _ kind: Kind,
        resolution: UInt32,
        times: UnsafeBufferPointer<Int64>
    ) throws(ChunkFault) {
        guard 1...Self.largestCount ~= times.count else { throw .count(times.count) }
        let (first, last) = (times[0], times[times.count - 1])
        var ascending = first >= -Self.farthest && last <= Self.farthest
        for index in 1..<max(1, times.count) where times[index] <= times[index &- 1] {
            ascending = false
        }
        guard ascending else { throw .times }
        self.init(
            kind: kind,
            count: times.count,
            resolution: resolution,
            first: first,
            last: last
        )
    }
}
