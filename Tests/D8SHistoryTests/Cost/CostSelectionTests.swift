import D8SModel
import D8STestSupport
import Testing

@testable import D8SHistory

/// Expected figures were added up by hand.
struct CostSelectionTests {
    typealias Charge = CostFixture.Charge

    @Test func `a bill counts once over all sources, as it was taken in last`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1), Charge(day: 2)])
        try fixture.bring(
            [Charge(day: 1, cost: "2"), Charge(day: 2), Charge(day: 3)],
            from: "cloud",
            at: "2026-11-03T03:00:00Z"
        )
        #expect(
            try fixture.days() == [
                "2026-10-01 Storage 2 USD", "2026-10-02 Storage 1.5 USD",
                "2026-10-03 Storage 1.5 USD",
            ]
        )
        let table = try fixture.history.costs(in: CostFixture.always)
        #expect(table.statements.map(\.source) == ["cloud"])
        #expect(table.repeated.map(\.source) == ["focus"])
        #expect(try fixture.lines() == ["cloud 2", "cloud 1.5", "cloud 1.5"])
        try fixture.bring([Charge(day: 1), Charge(day: 4)], at: "2026-11-04T03:00:00Z")
        #expect(try fixture.lines() == ["focus 1.5", "focus 1.5"])
    }

    @Test func `what is not counted restates nothing`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1), Charge(day: 2)])
        try fixture.bring([Charge(day: 1, cost: "2"), Charge(day: 2)])
        #expect(try fixture.history.costRestatements(in: CostFixture.always).count == 1)
        try fixture.bring([Charge(day: 1)], from: "cloud", at: "2026-11-03T03:00:00Z")
        #expect(try fixture.history.costRestatements(in: CostFixture.always).isEmpty)
    }

    @Test func `clusters, currencies and bills without an account are no repetition`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(), Charge(account: "")])
        try fixture.bring([Charge(currency: "EUR"), Charge(account: "")], from: "cloud")
        try fixture.bring([Charge()], from: "cluster")
        let table = try fixture.history.costs(in: CostFixture.always)
        #expect(table.statements.count == 5)
        #expect(table.repeated.isEmpty)
    }

    @Test func `a bill unlike those of its source before is said, once`() throws {
        let fixture = try CostFixture()
        #expect(try fixture.bring([Charge(), Charge(account: "2")]).novelties.isEmpty)
        let odd = [Charge(), Charge(account: "2"), Charge(currency: "EUR"), Charge(account: "")]
        let novelties = try fixture.bring(odd).novelties
        #expect(novelties.map(\.bill.currency.code) == ["EUR", "USD"])
        #expect(novelties.map(\.bill.account) == ["1", ""])
        #expect(novelties.allSatisfy { $0.lines == 1 && $0.accounts == ["1", "2"] })
        #expect(try fixture.bring(odd).novelties.isEmpty)
    }

    @Test func `bills are forgotten with their lines, sums and keys, others stay`() throws {
        let fixture = try CostFixture()
        try fixture.bring([
            Charge(), Charge(service: "Odd", currency: "EUR"), Charge(account: ""),
        ])
        let forgotten = try fixture.history.forgetCosts(of: "focus") {
            $0.currency.code == "EUR" || $0.account.isEmpty
        }
        #expect(forgotten.map(\.statement.currency.code) == ["USD", "EUR"])
        #expect(forgotten.map(\.lines) == [1, 1])
        #expect(try fixture.days() == ["2026-10-01 Storage 1.5 USD"])
        #expect(try fixture.keys() == 1)
        #expect(try fixture.history.forgetCosts(of: "cloud") { _ in true }.isEmpty)
        #expect(throws: HistoryError.self) {
            try fixture.history.forgetCosts(of: "nobody") { _ in true }
        }
    }

    @Test func `keys of what was refused, replaced or abandoned go`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1), Charge(day: 20)])
        #expect(try fixture.keys() == 1)
        let refused = try fixture.bring([
            Charge(day: 2, service: "a"), Charge(day: 3, service: "b"),
        ])
        #expect(refused.refusedStatements.count == 1)
        #expect(try fixture.keys() == 1)
        let staged = try CostFixture.batches([Charge(service: "c"), Charge(day: 21, service: "d")])
        for batch in staged.dropLast() {
            _ = try fixture.history.ingest(RecordBatch(costs: batch), from: "focus")
        }
        #expect(try fixture.keys() == 3)
        try fixture.history.abandonCosts(of: "focus")
        #expect(try fixture.keys() == 1)
        try fixture.bring([Charge(day: 1, service: "e"), Charge(day: 21, service: "f")])
        #expect(try fixture.keys() == 2)
        #expect(try fixture.lines() == ["focus 1.5", "focus 1.5"])
    }

    @Test func `keys that another collection under way needs stay`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 20)])
        let staged = try CostFixture.batches([Charge(service: "c"), Charge(service: "d")])
        let first = RecordBatch(costs: try #require(staged.first))
        _ = try fixture.history.ingest(first, from: "cloud", at: "2026-11-09T03:00:00Z")
        try fixture.bring([Charge(day: 2, service: "a")])
        for batch in staged.dropFirst() {
            _ = try fixture.history.ingest(RecordBatch(costs: batch), from: "cloud")
        }
        #expect(try fixture.lines() == ["cloud 1.5", "cloud 1.5"])
        #expect(try fixture.keys() == 3)
    }
}
