import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

/// Alerts of rule files that were evaluated over the history, and rules that could not be.
struct EvaluatedAlertTests {
    private let tonight = night("2026-11-20")

    static let unusable = [
        UnusableRule(file: "rules/broken.yml", reason: "rules/broken.yml:4:5: `expr` is missing"),
        UnusableRule(
            file: "rules/node.yml",
            line: 12,
            name: "DiskFull",
            reason: "found duplicate series token=hunter2",
            first: "2026-11-19T22:00:00Z",
            count: 40
        ),
        UnusableRule(file: "rules/node.yml", line: 30, name: "Load", reason: "x", count: 2),
    ]

    @Test(arguments: [
        // The same alert; a minute apart; while the other system's has no end; ended long before.
        ("2026-11-19T22:00:00Z" as Instant, nil as Instant?, 1),
        ("2026-11-19T20:00:00Z", "2026-11-19T22:00:00Z", 1),
        ("2026-11-19T23:00:00Z", "2026-11-19T23:30:00Z", 1),
        ("2026-11-19T20:00:00Z", "2026-11-19T21:00:00Z", 2),
    ])
    func `an alert that another system reported, too, is one`(
        started: Instant,
        ended: Instant?,
        count: Int
    ) {
        let reported = [alert("Down", "critical")]
        let joined = AlertRules.joined(reported, evaluated: [evaluated("Down", started, ended)])
        #expect(joined.count == count)
        #expect(joined.first == reported.first)
    }

    @Test func `other labels are another alert, and a watchdog of a rule file is none`() {
        let joined = AlertRules.joined(
            [alert("Down", "critical")],
            evaluated: [
                evaluated("Up", "2026-11-19T22:00:00Z", nil),
                evaluated("Watchdog", "2026-11-19T22:00:00Z", nil),
            ]
        )
        #expect(joined.map(\.name) == ["Down", "Up"])
    }

    @Test func `an alert of a rule file says where its rule stands`() {
        let alerts = [evaluated("Down", "2026-11-19T22:00:00Z", nil)]
        let found = AlertRules.findings(of: alerts, on: tonight)
        #expect(found.map(\.severity) == [.critical])
        #expect(found.first?.statements[.analyst]?.detail.contains("rules/node.yml:7") == true)
        #expect(found.first?.evidence.method.contains("evaluated over the history") == true)
    }

    @Test func `rules that cannot be evaluated are an item for each file`() {
        let found = AlertRules.findings(of: Self.unusable, on: tonight)
        #expect(found.map(\.entity.name) == ["rules/broken.yml", "rules/node.yml"])
        #expect(found.map(\.severity) == [.warning, .warning])
        #expect(found.map(\.since) == [nil, "2026-11-19T22:00:00Z"])
        let titles = found.compactMap { $0.statements[.devops]?.title }
        #expect(
            titles == [
                "rules/broken.yml cannot be used",
                "DiskFull and Load of rules/node.yml cannot be evaluated",
            ]
        )
        #expect(!"\(found)".contains("hunter2"))
    }

    private func evaluated(_ name: String, _ started: Instant, _ ended: Instant?) -> Alert {
        let other = alert(name, "critical")
        return Alert(
            series: other.series,
            started: started,
            ended: ended,
            rule: "rules/node.yml:7"
        )
    }
}
