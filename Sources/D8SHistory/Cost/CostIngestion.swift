import D8SModel
import GRDB

/// A batch of charges on its way in: they stand in statements that do not count until they end.
struct CostIngestion {
    let db: Database
    let source: Int64
    let now: Int64?
    var memory: CostMemory
    var count = IngestCount()

    /// Takes the batch in; `memory` is that of the batch before.
    init(
        _ batch: CostBatch,
        after memory: CostMemory?,
        source: Int64,
        now: Int64?,
        _ db: Database
    ) throws {
        self.db = db
        self.source = source
        self.now = now
        guard let before = batch.isFirst ? CostMemory() : memory else {
            throw HistoryError.row(record: "costs", reason: "their collection has ended")
        }
        self.memory = before
    }

    mutating func add(_ batch: CostBatch) throws {
        // The tables grow at their ends, so that few pages are needed again.
        try db.execute(sql: "PRAGMA cache_size = -16384")
        if batch.isFirst {
            memory.leavesKeys = try CostStatementTable(db).dropUnfinished(of: source)
        }
        try addBills(batch.bills)
        let keys = try CostKeyTable(db)
        for key in batch.keys { memory.keys.append(try keys.id(of: key)) }
        try addEntries(batch.entries)
        if memory.days.isFull { try memory.days.write(to: db) }
        if !batch.endings.isEmpty { try close(batch.endings) }
    }

    private mutating func addBills(_ bills: [CostBill]) throws {
        let table = CostStatementTable(db)
        for bill in bills {
            try Ingestion.naming({ "statement of \(Excerpt.of(bill.account))" }) {
                let statement = try table.stage(bill, source: source, now: now)
                memory.bills.append(CostMemory.Staged(bill: bill, statement: statement))
            }
        }
    }

    private mutating func addEntries(_ entries: [CostEntry]) throws {
        var lines = try CostLineTable(db)
        for entry in entries {
            guard memory.bills.indices.contains(entry.bill), memory.keys.indices.contains(entry.key)
            else { throw HistoryError.row(record: "costs", reason: "a charge has no bill or key") }
            let (statement, key) = (memory.bills[entry.bill].statement, memory.keys[entry.key])
            let start = entry.chargePeriod.start.milliseconds
            let digest = try lines.put(
                entry,
                key: key,
                statement: statement,
                number: memory.bills[entry.bill].lines
            )
            memory.bills[entry.bill].lines += 1
            memory.bills[entry.bill].digest &+= digest
            memory.bills[entry.bill].lastCharge = max(memory.bills[entry.bill].lastCharge, start)
            let day = Day(inUTC: Instant(milliseconds: start))
            try memory.days.add(
                entry,
                at: DaySums.Place(statement: statement, day: Int64(day.number), key: key)
            )
        }
    }

    private mutating func close(_ endings: [CostEnding]) throws {
        guard endings.count == memory.bills.count else {
            throw HistoryError.row(record: "costs", reason: "not every statement has an ending")
        }
        try memory.days.write(to: db)
        var closing = try CostClosing(db, source: source, now: now)
        for (staged, ending) in zip(memory.bills, endings) {
            count = count + (try closing.close(staged, ending))
        }
        memory = CostMemory(leavesKeys: memory.leavesKeys || closing.leavesKeys)
    }
}
