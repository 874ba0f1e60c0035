/// How many rows the next chunk of a series gets.
///
/// Four chunks are to fill a page of the file, whatever the samples are like, so what the last
/// chunk took for each row says how many rows the next one may have.
struct ChunkSize {
    /// A quarter of a page of 8,192 bytes, less what SQLite adds to a row.
    static let largestBytes = 2000
    private static let smallest = 120

    private(set) var rows = 1024

    /// Learns from a chunk.
    ///
    /// - Returns: True if it is good as it is; false if it is to be made again, of fewer rows.
    mutating func learn(rows count: Int, bytes: Int) -> Bool {
        let fitting = count * (Self.largestBytes - 100) / max(1, bytes)
        rows = min(max(fitting, Self.smallest), ChunkHeader.largestCount)
        return bytes <= Self.largestBytes || count <= rows
    }
}
