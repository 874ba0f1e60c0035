import D8SModel
import D8SQuery
import D8STestSupport
import Testing

@testable import D8SCommands

struct RuleFilesTests {
    @Test(.enabled(if: SharedData.has("alert-rules"), "the rules of real projects are not here"))
    func `the rule files of real projects are used unchanged`() {
        let paths =
            SharedData.files(
                below: "alert-rules/awesome-prometheus-alerts/dist/rules",
                endingIn: [".yml", ".yaml"]
            ) + SharedData.files(below: "alert-rules/kube-prometheus", endingIn: [".yaml"])
        let files = RuleFiles(paths, in: "/")
        #expect(files.faults.map { "\($0)" } == [])
        #expect(files.files.count > 100)
        #expect(files.groups.flatMap(\.rules).count > 1000)
    }

    @Test func `a rule has its group's labels, and its place in the file`() throws {
        let groups = try read(
            """
            groups:
              - name: one
                interval: 30s
                query_offset: 1m
                limit: 5
                labels: {team: a, tier: x}
                rules:
                  - record: job:up:sum
                    expr: sum by (job) (up)
                  - alert: Down
                    expr: |
                      up == 0
                      unless on (job) maintenance
                    for: 5m
                    keep_firing_for: 10m
                    labels: {team: b}
                    annotations: {summary: "{{ $labels.job }} is down"}
            """
        )
        #expect(groups.map(\.interval) == [30_000])
        #expect(groups.map(\.queryOffset) == [60_000])
        #expect(groups.map(\.limit) == [5])
        let rules = groups.flatMap(\.rules)
        #expect(rules.map(\.line) == [8, 10])
        #expect(
            rules.map(\.labels) == [
                [Label("team", "a"), Label("tier", "x")], [Label("team", "b"), Label("tier", "x")],
            ]
        )
        let terms = AlertTerms(
            holds: 300_000,
            keepsFiring: 600_000,
            annotations: [Label("summary", "{{ $labels.job }} is down")]
        )
        #expect(rules.last?.kind == .alerting(terms))
    }

    @Test(arguments: mistakes)
    func `a mistake is told at its place`(rule: String, message: String) {
        let text = "groups:\n- name: one\n  rules:\n" + rule
        #expect {
            try read(text)
        } throws: { error in
            "\(error)" == message
        }
    }

    private static let mistakes = [
        (
            "  - record: x\n    expr: 'test +'\n",
            "/rules.yml:5:18: unexpected end of input"
        ),
        (
            "  - record: x\n    expr: |\n      sum(a)\n        + rat(b[5m])\n",
            "/rules.yml:7:11: unknown function with name \"rat\""
        ),
        (
            "  - record: x\n    expr: >-\n      sum(a)\n      + b)\n",
            "/rules.yml:5:11: 1:11 of the expression: unexpected \")\""
        ),
        (
            "  - alert: X\n    expr: up\n    anotations: {}\n",
            "/rules.yml:6:5: a rule has no key `anotations`; did you mean `annotations`?"
        ),
        (
            "  - alert: X\n    expr: up\n    for: 5 minutes\n",
            "/rules.yml:6:10: `for` has to be a length of time such as 30s, 5m or 1h30m, "
                + "not `5 minutes`"
        ),
        (
            "  - alert: X\n    expr: up\n    annotations: {a: '{{ $x }}'}\n",
            "/rules.yml:4:5: X: annotation a: error parsing template __alert_X: template: "
                + "__alert_X:1: undefined variable \"$x\""
        ),
        (
            "  - record: x\n    expr: up\n    for: 5m\n",
            "/rules.yml:4:5: x: a recording rule has no `for`; take it away"
        ),
        (
            "  - alert: X\n    record: x\n    expr: up\n",
            "/rules.yml:4:5: a rule is either a `record` or an `alert`; take one of them away"
        ),
        ("  - expr: up\n", "/rules.yml:4:5: a rule needs a `record` or an `alert`"),
        ("  - alert: X\n", "/rules.yml:4:5: X: `expr` has to be there"),
        (
            "  - alert: X\n    expr: up\n- name: one\n",
            "/rules.yml:6:3: a second group is called one; give it a name"
        ),
    ]

    @Test func `rules of one name and the same labels are found`() throws {
        let groups = try read(
            """
            groups:
              - name: one
                rules:
                  - {alert: X, expr: up == 0, labels: {severity: page}}
                  - {alert: X, expr: up == 0, labels: {severity: warning}}
                  - {alert: X, expr: up == 1, labels: {severity: page}}
                  - {record: X, expr: up, labels: {severity: page}}
            """
        )
        #expect(
            RuleDuplicates.lines(groups) == [
                "/rules.yml:6: X has the name and labels of /rules.yml:4"
            ]
        )
    }

    @Test func `a file that is not there is a fault`() {
        let files = RuleFiles(["nowhere.yml", "none/*.yml"], in: "/nowhere")
        #expect(files.faults.map(\.file) == ["/nowhere/nowhere.yml", "/nowhere/none/*.yml"])
        #expect(files.groups.isEmpty)
    }

    @discardableResult
    private func read(_ text: String) throws -> [RuleGroup] {
        try RuleFileReader(path: "/rules.yml", text: text).groups()
    }
}
