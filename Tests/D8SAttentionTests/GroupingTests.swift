import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

@Suite struct GroupingTests {
    private func items(
        _ findings: [Finding],
        sources: [SourceState] = [freshSource],
        ledger: [LedgerEntry] = []
    ) -> AttentionResult {
        Attention.items(
            findings: findings,
            sources: sources,
            ledger: ledger,
            acceptances: [],
            night: night("2026-11-20")
        )
    }

    @Test func `findings with one cause are one item, the one that names it first`() {
        let result = items([
            finding("no-metrics", "a", severity: .critical, cause: "source:node"),
            finding("node-dead", "node", cause: "source:node", kind: .source),
            finding("no-metrics", "b", cause: "source:node"),
        ])
        #expect(result.items.map(\.id) == ["node-dead-node"])
        #expect(result.items.first?.severity == .critical)
        #expect(result.items.first?.findings.map(\.entity.name) == ["node", "a", "b"])
    }

    @Test func `a cause that nobody names gives the id`() {
        let result = items([
            finding("r", "b", cause: "incident"), finding("q", "a", cause: "incident"),
        ])
        #expect(result.items.map(\.id) == ["cause-incident"])
    }

    @Test func `findings of one rule about one entity are one item`() {
        let result = items([finding(magnitude: 1), finding(severity: .critical, magnitude: 2)])
        #expect(result.items.map(\.id) == ["change-fail-rate-worse-checkout"])
        #expect(result.items.first?.severity == .critical)
    }

    @Test func `ids are unique also where rule and entity could be mistaken`() {
        let result = items([finding("a-b", "c"), finding("a", "b-c"), finding("a", "B c")])
        #expect(Set(result.items.map(\.id)).count == 3)
    }

    @Test func `hostile names give safe ids`() {
        let names = [
            "<script>", "../../etc", "=cmd()", String(repeating: "x", count: 10_000), "🦊", "a\0b",
            "\u{202e}evil",
        ]
        let result = items(names.map { finding("r", $0) })
        #expect(Set(result.items.map(\.id)).count == names.count)
        for item in result.items {
            #expect(
                item.id.utf8.allSatisfy {
                    $0 == 45 || (48...57).contains($0) || (97...122).contains($0)
                }
            )
            #expect(item.id.utf8.count < 100)
        }
    }

    @Test func `rank is severity, reach, confidence, novelty, id`() {
        let old = LedgerEntry(
            item: "r-e",
            night: Day(iso8601: "2026-11-19") ?? Day(number: 0),
            state: .new,
            severity: .warning,
            magnitude: 1,
            title: "",
            entity: Entity(kind: .service, name: "e")
        )
        let result = items(
            [
                finding("r", "g", severity: .info, reach: 99), finding("r", "e"),
                finding("r", "f"), finding("r", "d", confidence: 0.9),
                finding("r", "b", reach: 5), finding("r", "a", severity: .critical),
                finding("r", "c"),
            ],
            ledger: [old]
        )
        #expect(result.items.map(\.id) == ["r-a", "r-b", "r-c", "r-f", "r-e", "r-d", "r-g"])
        #expect(result.items.first?.rankedBecause == "critical · a plain fact · new tonight")
        #expect(result.items[1].rankedBecause == "warning · reach 5 · a plain fact · new tonight")
        #expect(result.items[5].rankedBecause == "warning · 90\u{a0}% sure · new tonight")
    }

    @Test func `the order of the input does not matter`() {
        let findings = (0..<40).map {
            finding("r\($0 % 7)", "s\($0 % 5)", magnitude: Double($0), reach: Double($0 % 3))
        }
        #expect(items(findings) == items(findings.reversed()))
    }

    @Test func `a dead source is one item that lists its services and what it explains`() {
        let dead = source(
            "git:shop",
            success: "2026-11-17T02:00:00Z",
            newest: "2026-11-16T12:00:00Z",
            services: ["checkout", "search"]
        )
        let result = items(
            [
                finding("no-deployment", "checkout", severity: .critical),
                finding("no-deployment", "search"), finding("change-fail-rate-worse", "search"),
            ],
            sources: [dead]
        )
        #expect(
            result.items.map(\.id) == [
                "source-late-" + Slug.of("git:shop"), "change-fail-rate-worse-search",
            ]
        )
        // The critical finding is explained by the silence: the source alone sets the severity.
        #expect(result.items.first?.severity == .warning)
        #expect(result.items.first?.findings.count == 3)
        #expect(result.items.first?.findings.first?.evidence.table?.rows.count == 2)
        #expect(result.blindServices == ["checkout", "search"])
    }

    @Test func `a service with another fresh source is not blind`() {
        let dead = source("a", success: "2026-11-17T02:00:00Z", newest: "2026-11-16T12:00:00Z")
        let result = items([finding("no-deployment")], sources: [dead, source("b")])
        #expect(result.items.count == 2)
        #expect(result.blindServices.isEmpty)
    }

    @Test func `an item that cannot be seen tonight is neither resolved nor forgotten`() {
        let before = items([finding()])
        let ledger = before.entries.map {
            LedgerEntry(
                item: $0.item,
                night: $0.night.adding(days: -1),
                state: $0.state,
                severity: $0.severity,
                magnitude: $0.magnitude,
                title: $0.title,
                entity: $0.entity
            )
        }
        let dead = source(success: "2026-11-17T02:00:00Z", newest: "2026-11-16T12:00:00Z")
        let result = items([], sources: [dead], ledger: ledger)
        #expect(result.resolved.isEmpty)
        #expect(result.unseen == ledger)
        #expect(!result.entries.contains { $0.item == ledger.first?.item })
        let seen = items([], sources: [source()], ledger: ledger)
        #expect(seen.resolved.count == 1)
    }
}
