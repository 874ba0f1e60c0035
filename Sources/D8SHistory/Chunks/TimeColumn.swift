/// The column of times, of which the header has the first and the last.
enum TimeColumn {
    /// Reads the times of a chunk; they are strictly ascending, else this throws.
    static func read(
        _ cursor: inout ChunkCursor,
        _ header: ChunkHeader,
        into times: UnsafeMutablePointer<Int64>
    ) throws(ChunkFault) {
        times[0] = header.first
        try BlockDecoder.decode(&cursor, count: header.count, into: times)
        guard times[header.count - 1] == header.last, isAscending(times, header.count) else {
            throw .times
        }
    }

    /// Whether every time is after the one before, by less than 2^51 ms.
    ///
    /// So many such steps cannot overflow, and the last time is known to be in bounds.
    private static func isAscending(_ times: UnsafePointer<Int64>, _ count: Int) -> Bool {
        var bits: Int64 = 0
        for index in 1..<max(1, count) { bits |= times[index] &- times[index &- 1] &- 1 }
        return UInt64(bitPattern: bits) < 1 << 51
    }
}
