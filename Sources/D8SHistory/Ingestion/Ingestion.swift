import D8SModel
import GRDB

/// One batch on its way into the history, inside one transaction.
///
/// A record that is not there is inserted. One that is there is updated where it differs: what the
/// new one says wins, what it leaves open (nil) stays as it was known. So two sources that each
/// know a part of a deployment complete each other and do not take turns.
struct Ingestion {
    let db: Database
    /// Key of the source that brings the batch.
    let source: Int64
    /// The time of the latest sample that is taken.
    let latest: Int64
    var memory: SeriesMemory
    private(set) var count = IngestCount()
    /// What has taken in the samples of the batches before; nil if they had none.
    var samples: SampleIngestion?
    /// What the batches of costs before left; nil if there were none.
    var costs: CostMemory?
    /// The clock in milliseconds; nil if nobody said.
    var now: Int64?
    /// Keys of the services seen.
    ///
    /// SQLite tells names apart by their bytes, while strings of one look are equal here: an entry
    /// is used only for its own bytes.
    private var services: [String: (name: String, key: Int64)] = [:]
    private var linked: Set<Int64> = []

    init(_ db: Database, source: Int64, latest: Int64, memory: SeriesMemory) {
        self.db = db
        self.source = source
        self.latest = latest
        self.memory = memory
    }

    mutating func add(_ batch: RecordBatch) throws {
        for service in batch.services { try add(service) }
        try add(batch.deployments)
        try add(batch.changes)
        try add(batch.incidents)
        try add(batch.runs)
        try add(batch.alerts)
        try add(batch.metrics)
        try addSamples(of: batch)
        if try addCosts(batch.costs) { try set(batch.cursors) }
        try link()
    }

    private mutating func addSamples(of batch: RecordBatch) throws {
        guard !batch.rounds.isEmpty || !batch.columns.isEmpty else { return }
        var samples = self.samples ?? SampleIngestion(db, source: source, latest: latest)
        self.samples = nil
        swap(&samples.memory, &memory)
        try samples.forgetRemovedSeries()
        try samples.add(batch)
        swap(&samples.memory, &memory)
        count = count + samples.count
        samples.count = IngestCount()
        self.samples = samples
    }

    /// - Returns: Whether no statement was refused: one that was must be read again next time.
    private mutating func addCosts(_ batch: CostBatch) throws -> Bool {
        guard !batch.isEmpty else { return true }
        let before = costs
        costs = nil
        var ingestion = try CostIngestion(batch, after: before, source: source, now: now, db)
        try ingestion.add(batch)
        count = count + ingestion.count
        costs = ingestion.memory
        return ingestion.count.refusedStatements.isEmpty
    }

    /// Remembers that the records of these services come from the source.
    private func link() throws {
        guard !linked.isEmpty else { return }
        let link = try PreparedStatement(
            """
            INSERT INTO source_services (source, service) VALUES (?1, ?2)
            ON CONFLICT (source, service) DO NOTHING
            """,
            in: db
        )
        try link.bind(source, at: 1)
        for service in linked.sorted() {
            try link.bind(service, at: 2)
            try link.run()
        }
    }

    /// The key of a service, which is made if there is none of the name.
    mutating func service(_ name: String) throws -> Int64 {
        if let known = services[name], known.name.utf8.elementsEqual(name.utf8) {
            return known.key
        }
        let key = try Self.key(of: name, in: "services", db).key
        services[name] = (name, key)
        linked.insert(key)
        return key
    }

    /// The key of a row of `table` by its name; the row is made if there is none.
    static func key(
        of name: String,
        in table: String,
        _ db: Database
    ) throws -> (key: Int64, isNew: Bool) {
        let insert = try PreparedStatement(
            "INSERT INTO \(table) (name) VALUES (?1) ON CONFLICT (name) DO NOTHING",
            in: db
        )
        try insert.bind(name, at: 1)
        if try insert.run() == 1 { return (db.lastInsertedRowID, true) }
        let select = try PreparedStatement("SELECT id FROM \(table) WHERE name = ?1", in: db)
        defer { select.reset() }
        try select.bind(name, at: 1)
        return (try select.step() ? select.integer(0) : 0, false)
    }

    /// Inserts a record, or updates the one that is there: both statements have the same values.
    mutating func put(
        _ insert: PreparedStatement,
        _ update: PreparedStatement,
        binding values: (PreparedStatement) throws -> Void
    ) throws {
        try values(insert)
        if try insert.run() == 1 { return note(inserted: true) }
        try values(update)
        note(updated: try update.run() == 1)
    }

    mutating func note(inserted: Bool = false, updated: Bool = false) {
        if inserted {
            count.inserted += 1
        } else if updated {
            count.updated += 1
        } else {
            count.unchanged += 1
        }
    }

    /// Puts the record's name on an error about it.
    static func naming(_ record: () -> String, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw HistoryError.row(record: record(), reason: error.message ?? "it breaks a rule")
        }
    }
}

extension String {
    /// Nil for an empty text, which says nothing.
    var ifAny: String? { isEmpty ? nil : self }
}
