import D8SModel

/// Numbers the bills and keys of an export and hands its charges on in batches.
struct CostGatherer {
    /// Charges in a batch.
    private static let size = 5000

    private(set) var bills: [CostBill] = []
    private(set) var marks: [CostKeyMarks] = []
    private var billNumbers: [BillName: Int] = [:]
    private var keys = CostNumbering()
    /// Keys that were not made from bytes; a collection has only such, or none.
    private var madeKeys: [CostKey: Int] = [:]
    private var batch = CostBatch(isFirst: true)

    /// The account, the start and the currency tell a bill; its end is what was said first.
    private struct BillName: Hashable {
        let account: String
        let start: Instant
        let currency: Currency
    }

    mutating func bill(_ bill: CostBill) -> Int {
        let name = BillName(
            account: bill.account,
            start: bill.period.start,
            currency: bill.currency
        )
        if let known = billNumbers[name] { return known }
        billNumbers[name] = bills.count
        bills.append(bill)
        batch.bills.append(bill)
        return bills.count - 1
    }

    /// The number of the key that these bytes stand for, which is made if it is new.
    @inline(__always)
    mutating func key<Fault: Error>(
        _ bytes: UnsafeRawBufferPointer,
        _ make: () throws(Fault) -> (CostKey, CostKeyMarks)
    ) throws(Fault) -> Int {
        if let known = keys.known(bytes) { return known }
        let (key, mark) = try make()
        batch.keys.append(key)
        marks.append(mark)
        return keys.add(bytes)
    }

    /// The number of a key that has no bytes of a file.
    mutating func key(_ key: CostKey) -> Int {
        if let known = madeKeys[key] { return known }
        madeKeys[key] = madeKeys.count
        batch.keys.append(key)
        return madeKeys.count - 1
    }

    mutating func add(_ entry: CostEntry) {
        batch.entries.append(entry)
    }

    var isFull: Bool { batch.entries.count >= Self.size }

    mutating func flush(to sink: RecordSink) throws(CollectError) {
        guard !bills.isEmpty else { return }
        try deliver(RecordBatch(costs: batch), to: sink)
        batch.isFirst = false
        batch.bills.removeAll()
        batch.keys.removeAll()
        batch.entries.removeAll(keepingCapacity: true)
    }

    /// Hands on what is left, and says how each bill ended and how far the source has been read.
    mutating func finish(
        _ endings: [CostEnding],
        cursors: [String: String?] = [:],
        to sink: RecordSink
    ) throws(CollectError) {
        guard !bills.isEmpty else {
            if !cursors.isEmpty { try deliver(RecordBatch(cursors: cursors), to: sink) }
            return
        }
        batch.endings = endings
        try deliver(RecordBatch(costs: batch, cursors: cursors), to: sink)
    }
}
