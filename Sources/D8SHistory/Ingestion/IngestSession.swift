package import D8SModel
import GRDB

/// The batches of one collection on their way into the history, in one transaction.
package final class IngestSession {
    private var db: Database?
    private let source: Int64
    private let path: String
    private let latest: Int64
    private(set) var memory: SeriesMemory
    /// Kept from batch to batch for its buffers, and for the days it has still to note.
    private var samples: SampleIngestion?
    /// What is known of a collection of costs that is under way; nil if there is none.
    var costs: CostMemory?
    private let now: Int64?
    /// What became of all records until now.
    package private(set) var count = IngestCount()

    init(
        _ db: Database,
        source: Int64,
        path: String,
        latest: Int64,
        now: Int64?,
        memory: SeriesMemory
    ) {
        self.db = db
        self.now = now
        self.source = source
        self.path = path
        self.latest = latest
        self.memory = memory
    }

    /// Takes in a batch; what it means is described at `History.ingest`.
    ///
    /// After an error the session has to end: let the error through, so that all is taken back.
    package func add(_ batch: RecordBatch) throws(HistoryError) {
        do {
            guard let db else {
                throw HistoryError.row(record: "batch", reason: "its collection has ended")
            }
            var ingestion = Ingestion(db, source: source, latest: latest, memory: memory)
            memory = SeriesMemory()
            ingestion.samples = samples
            samples = nil
            ingestion.now = now
            ingestion.costs = costs
            costs = nil
            try ingestion.add(batch)
            costs = ingestion.costs
            ingestion.costs = nil
            memory = ingestion.memory
            samples = ingestion.samples
            count = count + ingestion.count
        } catch {
            throw HistoryError(error, path: path, patience: 0)
        }
    }

    /// Writes what waits for the end of the collection; call it before the transaction ends.
    func finish() throws {
        guard var samples = self.samples else { return }
        self.samples = nil
        samples.memory = memory
        memory = SeriesMemory()
        try samples.noteActivity()
        memory = samples.memory
    }

    /// Nothing can be added any more.
    func end() {
        db = nil
    }
}
