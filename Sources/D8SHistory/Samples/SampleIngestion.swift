import D8SModel
import GRDB

/// The samples of a batch on their way into the history, inside one transaction.
struct SampleIngestion {
    /// Times that are taken lie within this many milliseconds of 1970: what a chunk can hold.
    static let farthest: Int64 = 1 << 50

    let db: Database
    let source: Int64
    /// Nothing later is taken.
    let latest: Int64
    /// Lent by the collection for a batch.
    var memory = SeriesMemory()
    var count = IngestCount()
    /// Series that were active on days of which nothing was noted yet.
    var activity: [Int64: [Int64]] = [:]
    /// Those of all days together.
    var activityCount = 0
    var scratch: [Int64] = []
    var gathered = HeadSamples()
    var writer: ChunkWriter?
    var table: SeriesTable?
    /// Samples in a column from which on it goes into chunks at once.
    static let longColumn = 256

    init(_ db: Database, source: Int64, latest: Int64) {
        self.db = db
        self.source = source
        self.latest = min(latest, Self.farthest)
    }

    mutating func add(_ batch: RecordBatch) throws {
        for round in batch.rounds { try add(round) }
        for column in batch.columns { try add(column) }
        try writer?.finish()
        try writeGathered()
        if isNotingDue { try noteActivity() }
    }

    /// Other processes may have removed series, whose keys must not be used any more.
    mutating func forgetRemovedSeries() throws {
        let removals = try Upkeep(db).value(of: .removals) ?? 0
        guard memory.removals != removals else { return }
        memory = SeriesMemory()
        memory.removals = removals
    }
}
