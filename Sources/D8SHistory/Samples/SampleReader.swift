import D8SModel
import GRDB

/// Reads the raw samples of one series after the other, from chunks and head.
struct SampleReader {
    private let from: Int64
    private let to: Int64
    private let chunks: ChunkReader
    private var head: HeadReader
    /// The samples of the series that was read last.
    private(set) var columns = SampleColumns()
    private(set) var damage: [Damage]

    init(_ db: Database, from: Int64, to: Int64) throws {
        self.from = from
        self.to = to
        chunks = try ChunkReader(db, resolution: 0)
        head = try HeadReader(db, from: from, to: to)
        damage = head.damage
    }

    func groups(of series: [StoredSeries]) throws -> [ArraySlice<StoredSeries>] {
        head.groups(of: series, key: \.key)
    }

    mutating func gather(_ group: ArraySlice<StoredSeries>) throws {
        try head.gather(group.map(\.key))
    }

    /// Reads the series at this position of the group that was gathered.
    mutating func read(_ series: Int64, position: Int) throws {
        var columns = self.columns
        self.columns = SampleColumns()
        columns.removeAll()
        var damage: [Damage] = []
        try chunks.forEach(of: series, from: from, to: to) { chunk, bytes in
            do throws(ChunkFault) {
                try columns.add(chunk: bytes, chunk)
            } catch {
                damage.append(
                    .chunk(series: series, resolution: 0, first: chunk.first, fault: error)
                )
            }
        }
        if !head.isEmpty, head.group.count(at: position) > 0 {
            head.group.withSamples(at: position) {
                SampleOrder.merge($0, $1, into: &columns)
            }
        }
        columns.keep(SampleOrder.range(columns.times, from: from, to: to))
        self.columns = columns
        self.damage += damage
    }
}

extension SampleColumns {
    /// Adds the samples of a stored chunk, wherever in time it lies.
    mutating func add(
        chunk bytes: UnsafeRawBufferPointer,
        _ stored: StoredChunk
    ) throws(ChunkFault) {
        guard let last = times.last, stored.first <= last else {
            return try append(chunk: bytes)
        }
        var other = SampleColumns()
        try other.append(chunk: bytes)
        other.withColumns { SampleOrder.merge($0, $1, into: &self) }
    }
}
