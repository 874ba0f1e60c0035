import GRDB

/// Finds the chunks of one series after the other.
struct ChunkReader {
    private let select: PreparedStatement
    private let resolution: Int64

    init(_ db: Database, resolution: Int64) throws {
        self.resolution = resolution
        select = try PreparedStatement(
            """
            SELECT id, first, last, count, data FROM chunks
            WHERE series = ?1 AND resolution = ?2 AND first <= ?4 AND first >= coalesce(
                (SELECT max(first) FROM chunks
                    WHERE series = ?1 AND resolution = ?2 AND first <= ?3),
                ?3
            )
            ORDER BY first
            """,
            in: db
        )
    }

    /// Hands over the chunks with something between two times, in order, with their bytes, which
    /// are valid only then.
    func forEach(
        of series: Int64,
        from: Int64,
        to: Int64,
        _ body: (StoredChunk, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        select.reset()
        defer { select.reset() }
        try select.bind(series, at: 1)
        try select.bind(resolution, at: 2)
        try select.bind(from, at: 3)
        try select.bind(to, at: 4)
        while try select.step() {
            let chunk = StoredChunk(
                id: select.integer(0),
                first: select.integer(1),
                last: select.integer(2),
                count: Int(select.integer(3))
            )
            if chunk.last >= from { try body(chunk, select.bytes(4)) }
        }
    }
}

/// A row of `chunks` without its bytes.
struct StoredChunk {
    let id: Int64
    let first: Int64
    let last: Int64
    let count: Int
}
