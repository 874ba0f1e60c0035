import GRDB

/// Reads the rollups of one series after the other.
struct RollupReader {
    private let chunks: ChunkReader
    private let resolution: RollupResolution
    /// The rollups of the series that was read last.
    private(set) var columns = RollupColumns()
    private(set) var damage: [Damage] = []

    init(_ db: Database, resolution: RollupResolution) throws {
        self.resolution = resolution
        chunks = try ChunkReader(db, resolution: resolution.milliseconds)
    }

    /// Reads a series and says which of `columns` are between the times.
    mutating func read(_ series: Int64, from: Int64, to: Int64) throws -> Range<Int> {
        columns.removeAll()
        var columns = self.columns
        self.columns = RollupColumns()
        var damage: [Damage] = []
        let resolution = resolution.milliseconds
        try chunks.forEach(of: series, from: from, to: to) { chunk, bytes in
            do throws(ChunkFault) {
                guard columns.ends.last ?? .min < chunk.first else { throw .times }
                try columns.append(chunk: bytes)
            } catch {
                damage.append(
                    .chunk(
                        series: series,
                        resolution: resolution,
                        first: chunk.first,
                        fault: error
                    )
                )
            }
        }
        self.columns = columns
        self.damage += damage
        return SampleOrder.range(columns.ends[...], from: from, to: to)
    }
}
