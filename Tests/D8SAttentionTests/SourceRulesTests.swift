import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

@Suite struct SourceRulesTests {
    private let tonight = night("2026-11-20")

    private func rules(_ source: SourceState) -> [String] {
        SourceRules.findings(of: [source], on: tonight).map(\.rule)
    }

    // One day allows 36 hours, ten minutes allow 70 minutes, none allows 7 days and a half of it.
    @Test(arguments: [
        (86_400.0 as Double?, "2026-11-18T14:00:00Z" as Instant, false),
        (86_400, "2026-11-18T13:59:59Z", true), (600, "2026-11-20T00:50:00Z", false),
        (600, "2026-11-20T00:49:59Z", true), (nil, "2026-11-09T14:00:00Z", false),
        (nil, "2026-11-09T13:59:59Z", true), (86_400, "2027-01-01T00:00:00Z", false),
        (.nan, "2026-11-19T00:00:00Z", false), (-1, "2026-11-19T00:00:00Z", false),
    ])
    func `a source is late after its interval and the grace`(
        interval: Double?,
        success: Instant,
        isLate: Bool
    ) {
        let source = source(interval: interval, success: success, newest: "2026-01-01T00:00:00Z")
        #expect(rules(source) == (isLate ? ["source-late"] : []))
        #expect(SourceRules.freshCount(of: [source], on: tonight) == (isLate ? 0 : 1))
    }

    // 36 hours are allowed: three times that is 4.5 days before 02:00 on the 20th.
    @Test(arguments: [
        (86_400.0 as Double?, "2026-11-15T14:00:00Z" as Instant, Severity.warning),
        (86_400, "2026-11-15T13:59:59Z", .critical), (nil, "2025-01-01T00:00:00Z", .warning),
    ])
    func `a source that has been late for long is critical unless it is brought by hand`(
        interval: Double?,
        success: Instant,
        severity: Severity
    ) {
        let source = source(interval: interval, success: success, newest: "2025-01-01T00:00:00Z")
        let findings = SourceRules.findings(of: [source], on: tonight)
        #expect(findings.map(\.severity) == [severity])
    }

    @Test func `a source that was never collected is an item`() {
        #expect(rules(source(success: nil, newest: nil)) == ["source-never-collected"])
    }

    @Test func `a source that brings nothing is an item`() {
        #expect(rules(source(newest: nil)) == ["source-empty"])
    }

    @Test(arguments: [(1, Severity.info), (9, .info), (10, .warning)])
    func `rejected rows are named by their number`(rejected: Int, severity: Severity) {
        let findings = SourceRules.findings(of: [source(rejected: rejected)], on: tonight)
        #expect(findings.map(\.rule) == ["source-rejected-rows"])
        #expect(findings.first?.severity == severity)
        #expect(findings.first?.magnitude == Double(rejected))
        #expect(
            findings.first?.statements[.devops]?.title
                == "Source git:checkout: \(rejected)\u{a0}\(rejected == 1 ? "row" : "rows") rejected"
        )
    }

    @Test(arguments: [("2026-11-20T01:05:00Z" as Instant, false), ("2026-11-20T01:05:01Z", true)])
    func `an event later than its collection means a wrong clock`(newest: Instant, fires: Bool) {
        #expect(rules(source(newest: newest)) == (fires ? ["source-clock-ahead"] : []))
    }

    @Test func `the failed attempt is named and its secrets are not`() {
        let error = "GET https://bob:hunter2@git.example/x.git?token=abc: password=hunter2 denied"
        let late = source(success: "2026-11-17T02:00:00Z", error: error)
        let findings = SourceRules.findings(of: [late], on: tonight)
        let detail = findings.first?.statements[.devops]?.detail ?? ""
        #expect(
            detail.hasSuffix(
                "failed: GET https://…@git.example/x.git?… password=… denied"
            ),
            "\(detail)"
        )
        #expect(!detail.contains("hunter2"))
    }

    @Test func `a history without sources is an item, one with a source is not`() {
        #expect(SourceRules.findings(of: [], on: tonight).map(\.rule) == ["nothing-watched"])
        #expect(rules(source()) == [])
    }

    @Test func `every rule has three audiences, an action, a command and its text`() {
        let sources = [
            source("a", success: "2026-11-01T02:00:00Z"), source("b", success: nil, newest: nil),
            source("c", newest: nil), source("d", rejected: 3),
            source("e", newest: "2026-11-20T03:00:00Z"),
            source("f", coverage: SeriesCoverage(active: 1, before: 99, limit: 9, refused: 5)),
            source("j/1", success: "2026-11-01T02:00:00Z", services: []),
            source("j/2", success: "2026-11-01T02:00:00Z", services: []),
            source("j/3", success: "2026-11-01T02:00:00Z", services: []),
        ]
        let findings =
            SourceRules.findings(of: sources, on: tonight)
            + SourceRules.findings(of: [], on: tonight)
            + SourceRules.findings(
                ofSilent: [SilentEngine(source: "k", reason: "connection refused")]
            )
        #expect(Set(findings.map(\.rule)) == Set(SourceRules.all.map(\.name)))
        for finding in findings {
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
