import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

@Suite struct LifeTests {
    private let id = "change-fail-rate-worse-checkout"

    @Test func `an item is new, then ongoing, then resolved once, then gone`() {
        let results = live([
            ("2026-11-17", [finding()]), ("2026-11-18", [finding()]), ("2026-11-19", []),
            ("2026-11-20", []),
        ])
        #expect(results.map { $0.items.map(\.life.state) } == [[.new], [.ongoing], [], []])
        #expect(results.map { $0.items.map(\.life.night) } == [[1], [2], [], []])
        #expect(results.map { $0.resolved.map(\.last.item) } == [[], [], [id], []])
        #expect(results[2].resolved.first?.nights == 2)
        #expect(results[2].resolved.first?.firstNight == Day(iso8601: "2026-11-17"))
    }

    @Test func `an item that comes back after it was resolved is new`() {
        let results = live([
            ("2026-11-17", [finding()]), ("2026-11-18", []), ("2026-11-19", [finding()]),
        ])
        #expect(results[2].items.first?.life.state == .new)
        #expect(results[2].items.first?.life.night == 1)
    }

    /// That it was told long enough is no mending.
    @Test func `a new level of a measure that is no news any more is not resolved`() {
        let shift = finding("measure-shift-demo-wait", cause: "measures:service:checkout")
        let creep = finding("measure-creep-demo-wait")
        let results = live([("2026-11-17", [shift, creep]), ("2026-11-18", [])])
        #expect(results[0].items.count == 2)
        #expect(
            results[1].resolved.map(\.last.item) == ["measure-creep-demo-wait-checkout"]
        )
    }

    @Test func `nights without a report break nothing`() {
        let results = live([("2026-11-10", [finding()]), ("2026-11-20", [finding()])])
        #expect(results[1].items.first?.life.state == .ongoing)
        #expect(results[1].items.first?.life.night == 2)
        #expect(results[1].items.first?.life.firstNight == Day(iso8601: "2026-11-10"))
    }

    @Test func `the same night twice gives the same result`() {
        var ledger: [LedgerEntry] = []
        _ = live([("2026-11-18", [finding()])], ledger: &ledger)
        let first = live([("2026-11-19", [finding(magnitude: 2)])], ledger: &ledger)
        let second = live([("2026-11-19", [finding(magnitude: 2)])], ledger: &ledger)
        #expect(first == second)
        #expect(first.first?.items.first?.life.state == .worse)
    }

    // The margin is 10 %: from 100, worse is above 110 and better is below 90.
    @Test(arguments: [
        (110.0, Life.State.ongoing), (110.5, .worse), (90.0, .ongoing), (89.5, .better),
        (.nan, .ongoing), (.infinity, .ongoing),
    ])
    func `a magnitude has to move by the margin to be worse or better`(
        now: Double,
        expected: Life.State
    ) {
        let results = live([
            ("2026-11-18", [finding(magnitude: 100)]), ("2026-11-19", [finding(magnitude: now)]),
        ])
        #expect(results[1].items.first?.life.state == expected)
    }

    @Test func `a slow creep is told once it adds up`() {
        // 100 → 106 → 112: each step is under 10 %, both together are over it.
        let results = live([
            ("2026-11-17", [finding(magnitude: 100)]), ("2026-11-18", [finding(magnitude: 106)]),
            ("2026-11-19", [finding(magnitude: 112)]), ("2026-11-20", [finding(magnitude: 113)]),
        ])
        #expect(results.map { $0.items[0].life.state } == [.new, .ongoing, .worse, .ongoing])
    }

    @Test func `a higher severity is worse whatever the magnitude`() {
        let results = live([
            ("2026-11-18", [finding()]), ("2026-11-19", [finding(severity: .critical)]),
        ])
        #expect(results[1].items.first?.life.state == .worse)
    }

    @Test func `a critical item stays critical until its magnitude has fallen by the margin`() {
        let results = live([
            ("2026-11-17", [finding(severity: .critical, magnitude: 100)]),
            ("2026-11-18", [finding(severity: .warning, magnitude: 95)]),
            ("2026-11-19", [finding(severity: .warning, magnitude: 89)]),
        ])
        #expect(results.map { $0.items[0].severity } == [.critical, .critical, .warning])
        #expect(results.map { $0.items[0].life.state } == [.new, .ongoing, .better])
    }

    @Test func `a magnitude of zero holds no severity`() {
        let results = live([
            ("2026-11-18", [finding(severity: .critical, magnitude: 0)]),
            ("2026-11-19", [finding(severity: .warning, magnitude: 0)]),
        ])
        #expect(results[1].items.first?.severity == .warning)
    }

    @Test func `the history is the last ten calendar nights`() {
        let results = live([
            ("2026-11-09", [finding(severity: .critical)]), ("2026-11-17", [finding()]),
            ("2026-11-20", [finding(severity: .critical)]),
        ])
        let none: Severity? = nil
        // 11 to 20 November; the 9th is out of sight. The 17th is held at critical.
        let expected = Array(repeating: none, count: 6) + [.critical, nil, nil, .critical]
        #expect(results[2].items.first?.life.history == expected)
    }

    @Test func `the time to react counts from the night of this severity`() {
        let results = live([
            ("2026-11-18", [finding()]), ("2026-11-19", [finding()]),
            ("2026-11-20", [finding(severity: .critical)]),
        ])
        #expect(results[0].items.first?.life.due == "2026-11-25T02:00:00Z")
        #expect(results[1].items.first?.life.due == "2026-11-25T02:00:00Z")
        #expect(results[2].items.first?.life.due == "2026-11-21T02:00:00Z")
        let info = live([("2026-11-18", [finding(severity: .info)])])
        #expect(info[0].items.first?.life.due == nil)
    }
}
