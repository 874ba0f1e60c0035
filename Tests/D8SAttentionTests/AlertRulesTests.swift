import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

struct AlertRulesTests {
    private let tonight = night("2026-11-20")

    private func findings(_ alerts: [Alert]) -> [Finding] {
        AlertRules.findings(of: alerts, on: tonight)
    }

    private func title(_ finding: Finding?, _ audience: Audience = .devops) -> String {
        (finding?.statements[audience]?.title ?? "").replacing("\u{a0}", with: " ")
    }

    @Test(arguments: [
        ("critical" as String?, Severity.critical), ("Page", .critical), ("error", .critical),
        ("warning", .warning), (nil, .warning), ("info", .info), ("p4", .info), ("", .warning),
    ])
    func `an alert that fires is as severe as its label says`(
        label: String?,
        severity: Severity
    ) {
        let found = findings([alert("X", label)])
        #expect(found.map(\.severity) == [severity])
        #expect(found.map(\.entity) == [Entity(kind: .alert, name: "X")])
        #expect(found.first?.since == "2026-11-19T22:00:00Z")
    }

    @Test(arguments: [
        alert("Watchdog"), alert("PrometheusAlertmanagerE2eDeadManSwitch", "critical"),
        alert("DeadMansSwitch"), alert("InfoInhibitor"), alert("Quiet", "none"),
        // It begins just after the as-of instant, or ended before the night.
        alert(from: "2026-11-20T02:00:01Z"),
        alert("X", "critical", from: "2026-11-18T00:00:00Z", to: "2026-11-19T02:00:00Z"),
        // Warnings that fired briefly: 59 minutes, once.
        alert(from: "2026-11-19T22:00:00Z", to: "2026-11-19T22:59:00Z"),
    ])
    func `what is no news is silent`(alert: Alert) {
        #expect(findings([alert]) == [])
    }

    @Test(arguments: [
        [alert("X", "critical", to: "2026-11-19T22:01:00Z")],
        [alert(to: "2026-11-19T23:00:00Z")],
        [
            alert(from: "2026-11-19T22:00:00Z", to: "2026-11-19T22:01:00Z"),
            alert(from: "2026-11-19T22:10:00Z", to: "2026-11-19T22:11:00Z"),
            alert(from: "2026-11-19T22:20:00Z", to: "2026-11-20T02:00:00Z"),
        ],
    ])
    func `what was critical, long or frequent is told when it is over`(alerts: [Alert]) {
        let found = findings(alerts)
        #expect(found.map(\.severity) == [.info])
        #expect(found.first?.magnitude == 0)
        #expect(title(found.first).hasSuffix("has fired and ended"))
    }

    @Test func `alerts of one name are one item that lists them`() {
        let alerts = (1...25).map { number in
            alert(
                "InstanceDown",
                number == 7 ? "critical" : "warning",
                instance: "db\(number):9100",
                from: Instant(milliseconds: 1_795_130_000_000 - Int64(number) * 1000),
                summary: "Instance db\(number) down"
            )
        }
        let found = findings(alerts + [alert("Other")])
        #expect(found.map(\.entity.name) == ["InstanceDown", "Other"])
        #expect(found[0].severity == .critical && found[0].magnitude == 25)
        #expect(title(found[0]) == "InstanceDown fires on 25 instances")
        #expect(found[0].evidence.table?.rows.count == 20)
        #expect(
            found[0].evidence.table?.title == "20 of the 25 alerts of this name in the last 24 h"
        )
        #expect(found[0].evidence.table?.rows.first?.first == .code("instance=\"db25:9100\""))
        #expect(found[0].evidence.series?.points.last?.value == 25)
        #expect(found[0].evidence.series?.points.first?.value == 0)
    }

    @Test func `the summary is the title and the description the detail`() {
        let one = alert(
            summary: "Requests to checkout are slow.",
            description: "99th percentile is 3 s",
            url: "https://runbooks.example/slow"
        )
        let found = findings([one])
        #expect(title(found.first, .executive) == "Requests to checkout are slow")
        #expect(title(found.first) == "HighLatency: Requests to checkout are slow")
        let detail = found.first?.statements[.devops]?.detail.replacing("\u{a0}", with: " ")
        #expect(
            detail == "It has fired since 19 Nov 22:00, 4 h by now. 99th percentile is 3 s."
        )
        #expect(
            found.first?.actions.map(\.text).last
                == "Read https://runbooks.example/slow and follow it."
        )
    }

    @Test func `an alert that may have begun before anybody looked says so`() {
        var one = alert()
        one.isOlder = true
        let found = findings([one])
        let detail = found.first?.statements[.devops]?.detail.replacing("\u{a0}", with: " ")
        #expect(
            detail?.hasPrefix("It has fired since before 19 Nov 22:00, for 4 h or more by now.")
                == true
        )
        #expect(found.first?.evidence.table?.rows[0][1] == .missing("before the look-back"))
    }

    @Test func `an alert that comes and goes says how often`() {
        let found = findings([
            alert(from: "2026-11-19T20:00:00Z", to: "2026-11-19T20:01:00Z"),
            alert(from: "2026-11-19T21:00:00Z", to: "2026-11-19T21:01:00Z"), alert(),
        ])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.statements[.executive]?.detail.contains("began three times") == true)
    }

    @Test func `what the other system wrote is one short line without secrets`() {
        let hostile =
            "<b>down</b>\u{202E}\u{0}\n token=hunter2 https://u:p@x/?k=v "
            + String(repeating: "long ", count: 1000)
        let found = findings([
            alert(
                hostile,
                "warning",
                labels: [Label("team", hostile), Label("password", "hunter2")],
                summary: hostile,
                description: hostile,
                url: "https://x/?token=hunter2"
            )
        ])
        let texts =
            found.flatMap { $0.statements.values.flatMap { [$0.title, $0.detail] } }
            + found.flatMap { $0.actions.map(\.text) } + found.compactMap(\.owner)
            + found.map { "\($0.evidence)" }
        for text in texts {
            #expect(!text.contains("hunter2") && !text.contains("u:p"), "\(text)")
            #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0.value == 0 })
        }
        #expect((found.first?.statements[.devops]?.title.count ?? 999) < 450)
        #expect(findings([alert(nil, nil)]).map(\.entity.name) == ["unnamed alert"])
    }

    @Test(arguments: [
        (nil as Instant?, 0), ("2026-11-20T01:50:00Z", 0), ("2026-11-20T01:40:00Z", 1),
        ("2026-10-22T00:00:00Z", 1), ("2026-10-20T00:00:00Z", 0),
    ])
    func `a watchdog that stopped is critical`(ended: Instant?, count: Int) {
        let found = findings([alert("Watchdog", "none", from: "2026-01-01T00:00:00Z", to: ended)])
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.rule == "watchdog-silent" && $0.severity == .critical })
    }

    @Test func `one watchdog that fires is enough`() {
        let old = alert("Watchdog", from: "2026-11-01T00:00:00Z", to: "2026-11-19T00:00:00Z")
        #expect(findings([old]).count == 1)
        #expect(findings([old, alert("Watchdog", instance: "other")]).count == 0)
    }

    @Test func `an alert that ends is better the next night, and then gone`() {
        let fired = { (ended: Instant?) in
            [alert("X", "critical", from: "2026-11-19T22:00:00Z", to: ended)]
        }
        let results = live([
            ("2026-11-20", AlertRules.findings(of: fired(nil), on: night("2026-11-20"))),
            (
                "2026-11-21",
                AlertRules.findings(of: fired("2026-11-20T12:00:00Z"), on: night("2026-11-21"))
            ),
            (
                "2026-11-22",
                AlertRules.findings(of: fired("2026-11-20T12:00:00Z"), on: night("2026-11-22"))
            ),
        ])
        #expect(results.map { $0.items.map(\.severity) } == [[.critical], [.info], []])
        #expect(results.map { $0.items.map(\.life.state) } == [[.new], [.better], []])
        #expect(results[2].resolved.map(\.last.item) == ["alert-firing-x-\(slugHash("X"))"])
    }

    private func slugHash(_ name: String) -> String {
        String(Slug.of(name).dropFirst(2))
    }

    @Test func `each finding has three audiences, an action, a command and its text`() {
        let found =
            findings([
                alert(), alert("Y", to: "2026-11-20T01:00:00Z"),
                alert("Watchdog", from: "2026-11-01T00:00:00Z", to: "2026-11-19T00:00:00Z"),
            ]) + AlertRules.findings(of: EvaluatedAlertTests.unusable, on: tonight)
        #expect(Set(found.map(\.rule)) == Set(AlertRules.all.map(\.name)))
        for finding in found {
            #expect(Set(finding.statements.keys) == Set(Audience.allCases))
            for statement in finding.statements.values {
                #expect(!statement.title.hasSuffix(".") && !statement.title.isEmpty)
                #expect(statement.detail.hasSuffix("."), "\(statement.detail)")
            }
            #expect(finding.actions.allSatisfy { $0.text.hasSuffix(".") })
            #expect(!finding.evidence.commands.isEmpty)
        }
    }
}
