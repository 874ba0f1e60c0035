import D8SModel
import D8STestSupport
import Testing

@testable import D8SHistory

/// A history of costs in memory, and exports for it.
struct CostFixture {
    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "focus", kind: "focus", interval: nil)
        try history.register(source: "cloud", kind: "focus", interval: nil)
        try history.register(source: "cluster", kind: "opencost", interval: nil)
    }

    static let october = Window(start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z")
    static let november = Window(start: "2026-11-01T00:00:00Z", end: "2026-12-01T00:00:00Z")
    static let always = Window(
        start: Instant(milliseconds: 0),
        end: Instant(milliseconds: 1 << 50)
    )

    /// A charge of an hour on a day counted from the first of October 2026.
    struct Charge {
        var day = 1
        var hour = 0
        var cost: String? = "1.5"
        var service = "Storage"
        var account = "1"
        var currency = "USD"
        var hasBilled = true
        var period = october
    }

    /// An export as a collector brings it, in batches of two charges.
    static func batches(
        _ charges: [Charge],
        ending: CostEnding = .complete
    ) throws -> [CostBatch] {
        var (bills, keys): ([CostBill], [CostKey]) = ([], [])
        var batches: [CostBatch] = []
        var batch = CostBatch(isFirst: true)
        for charge in charges {
            let bill = CostBill(
                account: charge.account,
                period: charge.period,
                currency: try #require(Currency(charge.currency))
            )
            let key = CostKey([.service: charge.service], tags: [Label("team", "a")])
            if !bills.contains(bill) {
                bills.append(bill)
                batch.bills.append(bill)
            }
            if !keys.contains(key) {
                keys.append(key)
                batch.keys.append(key)
            }
            let hours = Double((charge.day - 1) * 24 + charge.hour)
            let start = october.start.adding(seconds: hours * 3600)
            batch.entries.append(
                CostEntry(
                    bill: bills.firstIndex(of: bill) ?? 0,
                    key: keys.firstIndex(of: key) ?? 0,
                    chargePeriod: Window(start: start, end: start.adding(seconds: 3600)),
                    amounts: CostAmounts(
                        billed: charge.hasBilled ? charge.cost.flatMap { ExactDecimal($0) } : nil,
                        effective: charge.cost.flatMap { ExactDecimal($0) }
                    ),
                    consumedQuantity: ExactDecimal("0.25")
                )
            )
            if batch.entries.count == 2 {
                batches.append(batch)
                batch = CostBatch()
            }
        }
        batch.endings = bills.map { _ in ending }
        return batches + [batch]
    }

    @discardableResult
    func bring(
        _ charges: [Charge],
        from source: String = "focus",
        ending: CostEnding = .complete,
        at now: Instant = "2026-11-02T03:00:00Z"
    ) throws -> IngestCount {
        var count = IngestCount()
        for batch in try Self.batches(charges, ending: ending) {
            count = count + (try history.ingest(RecordBatch(costs: batch), from: source, at: now))
        }
        return count
    }

    /// `focus 1.5` for each charge that counts.
    func lines() throws -> [String] {
        var lines: [String] = []
        try history.forEachCostLine(in: Self.always) { source, line in
            lines.append("\(source) \(line.amounts.effective?.description ?? "nil")")
        }
        return lines
    }

    /// How many keys the history holds.
    func keys() throws -> Int {
        try history.read { db in
            let count = try PreparedStatement("SELECT count(*) FROM cost_keys", in: db)
            return try count.step() ? Int(count.integer(0)) : -1
        }
    }

    /// `2026-10-01 Storage 1.5 USD` for each row of the table.
    func days(in window: Window = always) throws -> [String] {
        let table = try history.costs(in: window)
        return table.days.map { row in
            let service = table.keys[row.key][.service] ?? "-"
            let cost = row.amounts.effective?.description ?? "nil"
            let currency = table.currency(of: row)?.code ?? "-"
            return "\(row.day) \(service) \(cost) \(currency)"
        }.sorted()
    }
}
