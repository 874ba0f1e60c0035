import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

@Suite struct AcceptanceTests {
    private let id = "change-fail-rate-worse-checkout"

    @Test func `an accepted item is out of the list until its last day is over`() {
        let accepted = acceptance(id, until: "2026-11-19")
        let results = live(
            [
                ("2026-11-18", [finding()]), ("2026-11-19", [finding()]),
                ("2026-11-20", [finding()]),
            ],
            acceptances: [accepted]
        )
        #expect(results.map(\.items.count) == [0, 0, 1])
        #expect(results.map { $0.accepted.map(\.life.acceptance) } == [[accepted], [accepted], []])
        #expect(results[0].accepted.first?.life.due == nil)
        #expect(results[2].expiredAcceptances == [accepted])
        let because = results[2].items.first?.rankedBecause ?? ""
        #expect(
            because.contains("accepted by ops until 19\u{a0}Nov\u{a0}2026, which is over")
        )
        // Raised again tonight: the time to react begins tonight.
        #expect(results[2].items.first?.life.due == "2026-11-27T02:00:00Z")
    }

    @Test func `an accepted critical item that got worse is raised again and stays so`() {
        let results = live(
            [
                ("2026-11-17", [finding(severity: .critical, magnitude: 100)]),
                ("2026-11-18", [finding(severity: .critical, magnitude: 109)]),
                ("2026-11-19", [finding(severity: .critical, magnitude: 111)]),
                ("2026-11-20", [finding(severity: .critical, magnitude: 111)]),
                ("2026-11-21", [finding(severity: .critical, magnitude: 100)]),
            ],
            acceptances: [acceptance(id, until: "2026-12-31")]
        )
        #expect(results.map(\.items.count) == [0, 0, 1, 1, 0])
        #expect(results[2].items.first?.life.state == .worse)
        #expect(results[2].items.first?.rankedBecause.contains("worse than when ops") == true)
    }

    @Test func `an accepted warning that becomes critical is raised again`() {
        let results = live(
            [("2026-11-17", [finding()]), ("2026-11-18", [finding(severity: .critical)])],
            acceptances: [acceptance(id, until: "2026-12-31")]
        )
        #expect(results.map(\.items.count) == [0, 1])
    }

    @Test func `an accepted warning that got worse stays accepted`() {
        let results = live(
            [("2026-11-17", [finding()]), ("2026-11-18", [finding(magnitude: 9)])],
            acceptances: [acceptance(id, until: "2026-12-31")]
        )
        #expect(results[1].accepted.count == 1)
    }

    @Test func `an acceptance without an item is named`() {
        let results = live(
            [("2026-11-17", [])],
            acceptances: [acceptance("x", until: "2026-12-31")]
        )
        #expect(results[0].unusedAcceptances.map(\.item) == ["x"])
        #expect(results[0].expiredAcceptances.isEmpty)
    }

    @Test func `of two acceptances the longer counts`() {
        let results = live(
            [("2026-11-18", [finding()])],
            acceptances: [
                acceptance(id, until: "2026-12-31"), acceptance(id, until: "2026-01-01"),
            ]
        )
        #expect(results[0].accepted.count == 1)
    }
}
