import D8SModel
import D8STestSupport
import Testing

@testable import D8SHistory

/// Expected sums were added up by hand.
struct CostIngestionTests {
    typealias Charge = CostFixture.Charge

    private static let charges = [
        Charge(day: 1, cost: "0.1"), Charge(day: 1, hour: 5, cost: "0.2"),
        Charge(day: 1, cost: nil), Charge(day: 2, cost: "-1.000000000000001"),
        Charge(day: 2, cost: "3", service: "Compute"), Charge(day: 3, cost: "7", account: "2"),
        Charge(day: 3, cost: "7", currency: "EUR"),
    ]

    private static let days = [
        "2026-10-01 Storage 0.3 USD", "2026-10-02 Compute 3 USD",
        "2026-10-02 Storage -1.000000000000001 USD", "2026-10-03 Storage 7 EUR",
        "2026-10-03 Storage 7 USD",
    ]

    @Test func `charges are added up by day and key, exactly, and null is not 0`() throws {
        let fixture = try CostFixture()
        #expect(try fixture.bring(Self.charges) == IngestCount(inserted: 7))
        #expect(try fixture.days() == Self.days)
        let table = try fixture.history.costs(in: CostFixture.always)
        #expect(table.days[0].lines == 3)
        #expect(table.days[0].linesWithoutEffective == 1)
        #expect(table.days[0].consumedQuantity == ExactDecimal("0.75"))
        #expect(table.statements.map(\.account) == ["1", "1", "2"])
        #expect(table.statements.allSatisfy { $0.source == "focus" && $0.isComplete })
        #expect(table.keys.allSatisfy { $0.tag("team") == "a" })
        #expect(table.currencies.map(\.code) == ["EUR", "USD"])
    }

    @Test func `no order of the charges changes a figure, and the same again changes nothing`()
        throws
    {
        let fixture = try CostFixture()
        for (round, charges) in [Self.charges, Self.charges.reversed(), Self.charges].enumerated() {
            let count = try fixture.bring(charges)
            #expect(count == (round == 0 ? IngestCount(inserted: 7) : IngestCount(unchanged: 7)))
            #expect(try fixture.days() == Self.days)
        }
        let restated = try fixture.history.costRestatements(in: CostFixture.always)
        #expect(restated.isEmpty)
    }

    @Test func `what is brought counts only when all of it has come`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge()])
        for batch in try CostFixture.batches(Self.charges).dropLast() {
            _ = try fixture.history.ingest(RecordBatch(costs: batch), from: "focus")
        }
        #expect(try fixture.days() == ["2026-10-01 Storage 1.5 USD"])
        try fixture.bring(Self.charges)
        #expect(try fixture.days() == Self.days)
        let staged = try fixture.history.read { db in
            let count = try PreparedStatement(
                "SELECT count(*) FROM cost_statements WHERE is_current = 0",
                in: db
            )
            return try count.step() ? count.integer(0) : -1
        }
        #expect(staged == 0)
    }

    @Test func `the next night's export replaces the month and says what it restates`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1), Charge(day: 2), Charge(day: 3, cost: "4")])
        let later = [
            Charge(day: 1), Charge(day: 2, cost: "1.25"), Charge(day: 3, cost: "9"),
            Charge(day: 4, service: "Compute"),
        ]
        let count = try fixture.bring(later, at: "2026-11-03T03:00:00Z")
        #expect(count == IngestCount(inserted: 1, updated: 3))
        #expect(
            try fixture.days() == [
                "2026-10-01 Storage 1.5 USD", "2026-10-02 Storage 1.25 USD",
                "2026-10-03 Storage 9 USD", "2026-10-04 Compute 1.5 USD",
            ]
        )
        // Of the third day the first export may not have known all.
        let restated = try fixture.history.costRestatements(in: CostFixture.always)
        #expect(restated.map(\.day.description) == ["2026-10-02"])
        #expect(restated.first?.before.effective == ExactDecimal("1.5"))
        #expect(restated.first?.after.effective == ExactDecimal("1.25"))
        #expect(restated.first?.service == "Storage")
        #expect(restated.first?.replaced == "2026-11-03T03:00:00Z")
        let third = later + [Charge(day: 5)]
        try fixture.bring(third, at: "2026-11-04T03:00:00Z")
        #expect(try fixture.history.costRestatements(in: CostFixture.always) == restated)
    }

    @Test func `corrections in the first export of a bill restate the days before it`() throws {
        let fixture = try CostFixture()
        let november = [
            Charge(day: 9, cost: "-0.5", period: CostFixture.november),
            Charge(day: 31, hour: 23, cost: "2", period: CostFixture.november),
            Charge(day: 33, cost: "3", period: CostFixture.november),
        ]
        try fixture.bring([Charge(day: 9), Charge(day: 31)])
        for night in ["2026-11-03T03:00:00Z", "2026-11-04T03:00:00Z"] as [Instant] {
            try fixture.bring(november, at: night)
            let restated = try fixture.history.costRestatements(in: CostFixture.always)
            #expect(restated.map(\.day.description) == ["2026-10-09"])
            #expect(restated.first?.statement.period == CostFixture.november)
            #expect(restated.first?.before.effective == nil)
            #expect(restated.first?.after.effective == ExactDecimal("-0.5"))
            #expect(restated.first?.replaced == "2026-11-03T03:00:00Z")
        }
    }

    @Test func `of an account that is new nothing is restated`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 9, account: "2")])
        try fixture.bring([Charge(day: 9, period: CostFixture.november), Charge(day: 33)])
        #expect(try fixture.history.costRestatements(in: CostFixture.always).isEmpty)
    }

    @Test func `an export that was cut off does not replace a whole one`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1), Charge(day: 9)], ending: .cutOff)
        #expect(try fixture.history.costs(in: CostFixture.always).statements[0].isComplete == false)
        try fixture.bring([Charge(day: 1), Charge(day: 8), Charge(day: 9)])
        let known = try fixture.days()
        let cut = try fixture.bring([Charge(day: 1), Charge(day: 10)], ending: .cutOff)
        #expect(cut.refusedStatements.map(\.reason) == [.cutOff])
        #expect(try fixture.days() == known)
        #expect(try fixture.history.costs(in: CostFixture.always).statements[0].isComplete)
    }

    @Test func `an older export does not replace a newer one, unless a person says so`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1), Charge(day: 20)])
        let older = [Charge(day: 1), Charge(day: 10)]
        let count = try fixture.bring(older)
        #expect(
            count.refusedStatements.map(\.reason) == [
                .endsEarlier("2026-10-10T00:00:00Z", "2026-10-20T00:00:00Z")
            ]
        )
        #expect(try fixture.days().count == 2)
        #expect(try fixture.bring(older, ending: .confirmed).refusedStatements.isEmpty)
        #expect(
            try fixture.days() == ["2026-10-01 Storage 1.5 USD", "2026-10-10 Storage 1.5 USD"]
        )
    }

    @Test func `sums go on when they were written before, and a window is of days`() throws {
        var sums = DaySums()
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1), Charge(day: 2), Charge(day: 3)])
        let (statement, key): (Int64, Int64) = (1, 1)
        try fixture.history.write { db in
            for round in 0..<2 {
                for batch in try CostFixture.batches([Charge(day: 2, hour: round)]) {
                    for entry in batch.entries {
                        try sums.add(entry, at: .init(statement: statement, day: 30_000, key: key))
                    }
                }
                try sums.write(to: db)
            }
        }
        let late = try fixture.days().filter { $0.hasPrefix("2052") }
        #expect(late == ["2052-02-20 Storage 3 USD"])
        let window = Window(start: "2026-10-01T00:00:01Z", end: "2026-10-03T00:00:00Z")
        #expect(try fixture.days(in: window) == ["2026-10-02 Storage 1.5 USD"])
    }

    @Test func `every charge can be read again`() throws {
        let fixture = try CostFixture()
        try fixture.bring(Self.charges)
        var lines: [CostLine] = []
        try fixture.history.forEachCostLine(in: CostFixture.always) { source, line in
            #expect(source == "focus")
            lines.append(line)
        }
        #expect(lines.count == 7)
        let dollars = lines.filter {
            $0.currency.code == "USD" && $0.billingPeriod == CostFixture.october
        }
        #expect(
            dollars.map(\.amounts.billed?.description) == [
                "0.1", "0.2", nil, "-1.000000000000001", "3", "7",
            ]
        )
        #expect(lines[0].chargePeriod.start == "2026-10-03T00:00:00Z")
    }

    @Test func `costs whose sum does not fit are refused, and nothing of them counts`() throws {
        let fixture = try CostFixture()
        let charges = [
            Charge(cost: "99999999999999999999999999999999999999"),
            Charge(cost: "99999999999999999999999999999999999999"),
        ]
        #expect(throws: HistoryError.self) { try fixture.bring(charges) }
        #expect(try fixture.history.hasCosts() == false)
    }
}
