import D8SHistory
import D8SModel
import D8STestSupport
import Testing

struct LedgerTests {
    let history: History

    init() throws {
        history = try History.inMemory()
    }

    private func entry(
        _ item: String,
        _ night: Int,
        state: Life.State = .new,
        severity: Severity = .warning,
        magnitude: Double = 0.25,
        kind: Entity.Kind = .service
    ) -> LedgerEntry {
        LedgerEntry(
            item: item,
            night: Day(number: night),
            state: state,
            severity: severity,
            magnitude: magnitude,
            title: "Checkout fails, \"again\"\0",
            entity: Entity(kind: kind, name: "checkout")
        )
    }

    @Test func `a night is written again in place of what it was`() throws {
        let first = [entry("b", 100), entry("a", 100)]
        try history.writeLedger(first, for: Day(number: 100))
        try history.writeLedger([entry("c", 101)], for: Day(number: 101))
        try history.writeLedger([entry("d", 102)], for: Day(number: 102))
        for _ in 1...2 {
            try history.writeLedger(first, for: Day(number: 100))
            #expect(
                try history.ledger(before: Day(number: 102))
                    == [entry("a", 100), entry("b", 100), entry("c", 101)]
            )
        }
        try history.writeLedger([], for: Day(number: 100))
        #expect(try history.ledger(before: Day(number: 102)) == [entry("c", 101)])
        #expect(try history.ledger(before: Day(number: 101)).isEmpty)
    }

    @Test func `every state, severity and kind is kept`() throws {
        var entries: [LedgerEntry] = []
        for state in Life.State.allCases {
            for severity in Severity.allCases {
                for kind in [Entity.Kind.service, .source, .team, .organisation, .alert] {
                    entries.append(
                        entry(
                            "item-\(100 + entries.count)",
                            -3,
                            state: state,
                            severity: severity,
                            magnitude: -.infinity,
                            kind: kind
                        )
                    )
                }
            }
        }
        try history.writeLedger(entries, for: Day(number: -3))
        #expect(try history.ledger(before: Day(number: 0)) == entries)
    }

    @Test func `a magnitude that is no number, and an item given twice, are refused`() throws {
        let kept = [entry("kept", 100)]
        try history.writeLedger(kept, for: Day(number: 100))
        for entries in [[entry("a", 100, magnitude: .nan)], [entry("a", 100), entry("a", 100)]] {
            #expect(throws: HistoryError.self) {
                try history.writeLedger(entries, for: Day(number: 100))
            }
        }
        #expect(try history.ledger(before: Day(number: 101)) == kept)
    }

    @Test func `an edition replaces the one of its night`() throws {
        func edition(_ night: Int, critical: Int) -> EditionRecord {
            EditionRecord(
                night: Day(number: night),
                asOf: "2026-11-20T00:00:00Z",
                validUntil: "2026-11-21T00:00:00Z",
                critical: critical,
                warning: 2,
                info: 3,
                digest: "sha256:00"
            )
        }
        try history.record(edition(101, critical: 9))
        try history.record(edition(100, critical: 1))
        try history.record(edition(101, critical: 0))
        #expect(
            try history.editions(before: Day(number: 102))
                == [edition(100, critical: 1), edition(101, critical: 0)]
        )
        #expect(try history.editions(before: Day(number: 101)) == [edition(100, critical: 1)])
        #expect(throws: HistoryError.self) { try history.record(edition(102, critical: -1)) }
    }
}
