import D8SModel
import Testing

@testable import D8SHistory

/// A worse export does not replace a good one.
struct CostWorseTests {
    typealias Charge = CostFixture.Charge

    private static let known = [Charge(day: 1), Charge(day: 2), Charge(day: 3)]

    private func reasons(
        _ charges: [Charge],
        _ ending: CostEnding = .complete
    ) throws
        -> [CostRefusal.Reason]
    {
        let fixture = try CostFixture()
        try fixture.bring(Self.known)
        let before = try fixture.days()
        let count = try fixture.bring(charges + [Charge(day: 4)], ending: ending)
        if !count.refusedStatements.isEmpty { #expect(try fixture.days() == before) }
        return count.refusedStatements.map(\.reason)
    }

    @Test func `one without costs that are known is refused`() throws {
        let empty = Self.known.map { Charge(day: $0.day, cost: nil) }
        #expect(try reasons(empty) == [.lacks(column: "EffectiveCost", lines: 2)])
        let one = [Charge(day: 1, cost: nil)] + Self.known.dropFirst()
        #expect(try reasons(one) == [.lacks(column: "EffectiveCost", lines: 1)])
        let billed = Self.known.map { Charge(day: $0.day, hasBilled: false) }
        #expect(try reasons(billed) == [.lacks(column: "BilledCost", lines: 2)])
        #expect(try reasons(empty, .confirmed) == [])
    }

    @Test func `one without services that are known is refused`() throws {
        let nameless = Self.known.map { Charge(day: $0.day, service: "") }
        #expect(try reasons(nameless) == [.lacks(column: "ServiceName", lines: 2)])
    }

    @Test func `one that says more is taken, and one that never said it too`() throws {
        #expect(try reasons(Self.known) == [])
        #expect(try reasons(Self.known + [Charge(day: 1, hour: 5, cost: nil)]) == [])
        let fixture = try CostFixture()
        let poor = [Charge(day: 1, cost: nil, service: ""), Charge(day: 2, service: "")]
        try fixture.bring(poor)
        let more = poor + [Charge(day: 1, hour: 2, cost: nil, service: ""), Charge(day: 3)]
        #expect(try fixture.bring(more).refusedStatements.isEmpty)
    }

    @Test func `one of a single day is compared on that day`() throws {
        let fixture = try CostFixture()
        try fixture.bring([Charge(day: 1)])
        let count = try fixture.bring([Charge(day: 1, cost: nil)])
        #expect(
            count.refusedStatements.map(\.reason) == [.lacks(column: "EffectiveCost", lines: 1)]
        )
    }

    @Test func `one with bad rows does not replace a whole one, but one that is not whole`() throws
    {
        #expect(try reasons(Self.known, .partial) == [.hasBadRows])
        #expect(try reasons(Self.known, .cutOff) == [.cutOff])
        let fixture = try CostFixture()
        try fixture.bring(Self.known, ending: .partial)
        let longer = Self.known + [Charge(day: 4)]
        #expect(try fixture.bring(longer, ending: .partial).refusedStatements.isEmpty)
        let shorter = [Charge(day: 1), Charge(day: 5)]
        let cut = try fixture.bring(shorter, ending: .cutOff)
        #expect(cut.refusedStatements.map(\.reason) == [.cutOff])
    }
}
