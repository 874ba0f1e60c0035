/// Raw chunks of one series, one after the other in time, that fit into one.
struct ChunkRun {
    private(set) var chunks: [StoredChunk] = []
    private(set) var count = 0
    private(set) var bytes = 0
    private var largest = 0

    /// Whether one chunk can hold this one, too.
    func fits(_ chunk: StoredChunk, bytes size: Int) -> Bool {
        guard let last = chunks.last else { return true }
        return chunk.first > last.last && count + chunk.count <= ChunkHeader.largestCount
            && bytes + size <= ChunkSize.largestBytes
    }

    mutating func append(_ chunk: StoredChunk, bytes size: Int) {
        chunks.append(chunk)
        count += chunk.count
        bytes += size
        largest = max(largest, size)
    }

    /// Whether to put them together now.
    ///
    /// If they make a full chunk or nearly so, or if none of them is most of it: so a sample is
    /// written anew only a few times until it has come to rest.
    var isWorthIt: Bool {
        let isFull =
            4 * bytes >= 3 * ChunkSize.largestBytes || 4 * count >= 3 * ChunkHeader.largestCount
        return chunks.count > 1 && (isFull || 2 * largest <= bytes)
    }
}
