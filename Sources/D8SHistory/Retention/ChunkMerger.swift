import GRDB

/// Puts small raw chunks together, of one series after the other.
struct ChunkMerger {
    /// Chunks before the first new one that are looked at, too.
    private static let chunksBefore: Int64 = 32

    private let list: PreparedStatement
    private let data: PreparedStatement
    private let table: ChunkTable
    private var encoder = ChunkEncoder()
    private var columns = SampleColumns()
    private var bytes: [UInt8] = []

    init(_ db: Database) throws {
        list = try PreparedStatement(
            """
            SELECT id, first, last, count, length(data) FROM chunks
            WHERE series = ?1 AND resolution = 0 AND first >= coalesce((
                SELECT min(first) FROM (
                    SELECT first FROM chunks
                    WHERE series = ?1 AND resolution = 0 AND first < ?2
                    ORDER BY first DESC LIMIT \(Self.chunksBefore)
                )
            ), ?2)
            ORDER BY first
            """,
            in: db
        )
        data = try PreparedStatement("SELECT data FROM chunks WHERE id = ?1", in: db)
        table = try ChunkTable(db)
    }

    /// Puts the small chunks of a series together, from some that are before this time on.
    ///
    /// What is damaged stays as it is, and so do chunks that would take more space as one.
    ///
    /// - Returns: How many chunks fewer there are.
    mutating func merge(_ series: Int64, from first: Int64) throws -> Int {
        var fewer = 0
        var untouched: Set<Int64> = []
        while true {
            let runs = try runs(series, from: first, without: untouched)
            guard !runs.isEmpty else { return fewer }
            for run in runs {
                if let chunk = try merge(run, of: series) {
                    untouched.insert(chunk)
                } else {
                    fewer += run.chunks.count - 1
                }
            }
        }
    }

    /// The runs that are worth it; they are found anew after they were put together, since a chunk
    /// takes less than its parts did.
    private func runs(
        _ series: Int64,
        from first: Int64,
        without untouched: Set<Int64>
    ) throws -> [ChunkRun] {
        list.reset()
        defer { list.reset() }
        try list.bind(series, at: 1)
        try list.bind(first, at: 2)
        var runs: [ChunkRun] = []
        var run = ChunkRun()
        while try list.step() {
            let chunk = StoredChunk(
                id: list.integer(0),
                first: list.integer(1),
                last: list.integer(2),
                count: Int(list.integer(3))
            )
            let size = Int(list.integer(4))
            if untouched.contains(chunk.id) || !run.fits(chunk, bytes: size) {
                runs.append(run)
                run = ChunkRun()
            }
            if !untouched.contains(chunk.id) { run.append(chunk, bytes: size) }
        }
        return (runs + [run]).filter(\.isWorthIt)
    }

    /// Writes one chunk in place of several.
    ///
    /// - Returns: Nil if that worked; else the chunk that is to be left as it is.
    private mutating func merge(_ run: ChunkRun, of series: Int64) throws -> Int64? {
        guard let first = run.chunks.first, let last = run.chunks.last else { return nil }
        columns.removeAll()
        for chunk in run.chunks {
            guard try read(chunk) else { return chunk.id }
        }
        bytes.removeAll(keepingCapacity: true)
        try columns.withColumns { try encoder.append(times: $0, values: $1, to: &bytes) }
        guard bytes.count <= run.bytes else { return last.id }
        for chunk in run.chunks { try table.remove(chunk.id) }
        try table.insert(
            series: series,
            resolution: 0,
            first: first.first,
            last: last.last,
            count: run.count,
            bytes
        )
        return nil
    }

    /// Appends the samples of a chunk; false if it does not hold what its row says.
    private mutating func read(_ chunk: StoredChunk) throws -> Bool {
        data.reset()
        defer { data.reset() }
        try data.bind(chunk.id, at: 1)
        guard try data.step() else { return false }
        let before = columns.count
        do throws(ChunkFault) { try columns.append(chunk: data.bytes(0)) } catch { return false }
        let times = columns.times[before...]
        return times.count == chunk.count && times.first == chunk.first
            && times.last == chunk.last
    }
}
