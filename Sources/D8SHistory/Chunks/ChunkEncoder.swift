/// Writes chunks.
///
/// Keep one for many chunks: it reuses its memory. The format is in the history's README, "Chunks".
struct ChunkEncoder {
    private var blocks = BlockEncoder()
    private var values = ValueColumn()

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
        let start = bytes.count
        guard times.count == samples.count else { throw .count(samples.count) }
        try begin(.raw, resolution: 0, times: times, to: &bytes)
        values.append(samples, blocks: &blocks, to: &bytes)
        bytes.appendChecksum(from: start)
    }

    /// Appends a chunk of rollups to `bytes`.
    ///
    /// - Throws: `count` if `range` does not have 1 to 4,096 of the rollups, `times` if their ends
    ///   are not strictly ascending; then `bytes` is as it was.
    mutating func append(
        _ rollups: RollupColumns,
        _ range: Range<Int>,
        resolution: RollupResolution,
        to bytes: inout [UInt8]
    ) throws(ChunkFault) {
        let start = bytes.count
        guard range.upperBound <= rollups.count else { throw .count(range.count) }
        try rollups.ends.withUnsafeBufferPointer { (ends) throws(ChunkFault) in
            let times = UnsafeBufferPointer(rebasing: ends[range])
            try begin(.rollup, resolution: resolution.rawValue, times: times, to: &bytes)
        }
        rollups.counts.withUnsafeBufferPointer { counts in
            guard let address = counts.baseAddress else { return }
            bytes.append(zigzag: counts[range.lowerBound])
            blocks.append(address + range.lowerBound, count: range.count, to: &bytes)
        }
        for column in RollupColumns.values {
            rollups[keyPath: column].withUnsafeBufferPointer {
                values.append(
                    UnsafeBufferPointer(rebasing: $0[range]),
                    blocks: &blocks,
                    to: &bytes
                )
            }
        }
        bytes.appendChecksum(from: start)
    }

    /// Writes the header and the column of times.
    private mutating func begin(
        _ kind: ChunkHeader.Kind,
        resolution: UInt32,
        times: UnsafeBufferPointer<Int64>,
        to bytes: inout [UInt8]
    ) throws(ChunkFault) {
        guard let address = times.baseAddress, 1...ChunkHeader.largestCount ~= times.count else {
            throw .count(times.count)
        }
        try Self.check(times)
        ChunkHeader(
            kind: kind,
            count: times.count,
            resolution: resolution,
            first: times[0],
            last: times[times.count - 1]
        ).write(to: &bytes)
        blocks.append(address, count: times.count, to: &bytes)
    }

    private static func check(_ times: UnsafeBufferPointer<Int64>) throws(ChunkFault) {
        guard times[0] >= -ChunkHeader.farthest, times[times.count - 1] <= ChunkHeader.farthest
        else { throw .times }
        var ascending = true
        for index in 1..<max(1, times.count) where times[index] <= times[index - 1] {
            ascending = false
        }
        guard ascending else { throw .times }
    }
}
