import D8SModel
import Testing

@testable import D8SQuery

/// Tests of rules as `promtool test rules` runs them.
struct RuleTestRunTests {
    @Test func `what fires and what was recorded is compared with what was expected`() async {
        let results = await RuleTestRun(Self.file([Self.passing]), groups: Self.groups).results()
        #expect(results.map(\.failures) == [[]])
    }

    @Test func `what is missing and what is too much is told`() async throws {
        var test = Self.passing
        test.alerts[0].alerts[0].annotations = [Label("summary", "web is down")]
        test.expressions[0].samples[0].value = 3
        let results = await RuleTestRun(Self.file([test]), groups: Self.groups).results()
        let lines = results.flatMap(\.failures).flatMap(\.lines)
        #expect(
            lines == [
                "alert Down at 5m:",
                #"  - {alertname="Down",instance="db",severity="page"}"#,
                "  -   summary: web is down",
                #"  + {alertname="Down",instance="db",severity="page"}"#,
                "  +   summary: db is down",
                "up:sum at 5m:",
                "  - up:sum 3",
                "  + up:sum 0",
            ]
        )
    }

    @Test func `a rule that cannot be evaluated ends its test`() async throws {
        var test = RuleTest(line: 1)
        test.series = try [
            SeriesNotation(series: #"join_1{a="1",b="2"}"#, values: "1"),
            SeriesNotation(series: #"join_2{a="1",b="3"}"#, values: "2"),
            SeriesNotation(series: #"join_2{a="1",b="4"}"#, values: "3"),
        ]
        let rule = QueryRule(name: "joined", expression: "join_1 + on(a) join_2", kind: .recording)
        let group = RuleGroup(file: "rules.yml", name: "bad", rules: [rule])
        let results = await RuleTestRun(Self.file([test]), groups: [group]).results()
        #expect(
            results.flatMap(\.failures).map { $0.lines.first?.prefix(21) } == [
                "rule joined at 0s: fo"
            ]
        )
    }

    @Test func `a group that is named in the order comes after those that are not`() async throws {
        let late = QueryRule(name: "late", expression: "early", kind: .recording)
        let early = QueryRule(name: "early", expression: "vector(1)", kind: .recording)
        let groups = [
            RuleGroup(file: "rules.yml", name: "last", rules: [late]),
            RuleGroup(file: "rules.yml", name: "first", rules: [early]),
        ]
        var test = RuleTest(line: 1)
        let one = ExpectedSamples.Sample(series: Series(metric: "late"), value: 1)
        test.expressions = [ExpectedSamples(time: 0, expression: "late", samples: [one])]
        var file = Self.file([test])
        let unordered = await RuleTestRun(file, groups: groups).results()
        #expect(unordered.map(\.failures.count) == [1])
        file.groupOrder = ["first", "last"]
        let ordered = await RuleTestRun(file, groups: groups).results()
        #expect(ordered.map(\.failures.count) == [0])
    }

    @Test(arguments: Self.notations)
    func `values are written out`(text: String, values: [Double?]) throws {
        #expect(try SeriesNotation(series: "up", values: text).values == values)
    }

    @Test(arguments: ["a", "1x-1", "1+x3", "1xx3", "1+1", "0x99999999999999999999", "1x9999999999"])
    func `what is no value is told`(text: String) {
        #expect(throws: QueryError.self) { try SeriesNotation(series: "up", values: text) }
    }

    private static let notations: [(String, [Double?])] = [
        ("1 2 3", [1, 2, 3]), ("1x2", [1, 1, 1]), ("1+1x2", [1, 2, 3]), ("10-5x2", [10, 5, 0]),
        ("_ 1 _x2 2", [nil, 1, nil, nil, 2]), ("0x2", [0, 0, 0]), ("-1-1x1", [-1, -2]),
        ("1e3+1e-1x1", [1000, 1000.1]), ("  ", []), ("Inf -Inf", [.infinity, -.infinity]),
    ]

    private static func file(_ tests: [RuleTest]) -> RuleTestFile {
        var file = RuleTestFile(file: "test.yml")
        file.tests = tests
        return file
    }

    private static var groups: [RuleGroup] {
        let alert = QueryRule(
            name: "Down",
            expression: "up == 0",
            kind: .alerting(
                AlertTerms(
                    holds: 300_000,
                    annotations: [Label("summary", "{{ $labels.instance }} is down")]
                )
            ),
            labels: [Label("severity", "page")]
        )
        let sum = QueryRule(name: "up:sum", expression: "sum(up)", kind: .recording)
        return [RuleGroup(file: "rules.yml", name: "up", rules: [alert, sum])]
    }

    private static var passing: RuleTest {
        var test = RuleTest(line: 1)
        test.series = [(try? SeriesNotation(series: #"up{instance="db"}"#, values: "0x10"))]
            .compactMap(\.self)
        let labels = ["alertname": "Down", "instance": "db", "severity": "page"]
        test.alerts = [
            ExpectedAlerts(
                time: 300_000,
                name: "Down",
                alerts: [
                    FiringAlert(
                        labels: Series(metric: "", labels: labels.map { Label($0, $1) }),
                        annotations: [Label("summary", "db is down")]
                    )
                ]
            ),
            ExpectedAlerts(time: 299_999, name: "Down", alerts: []),
        ]
        let sum = ExpectedSamples.Sample(series: Series(metric: "up:sum"), value: 0)
        test.expressions = [ExpectedSamples(time: 300_000, expression: "up:sum", samples: [sum])]
        return test
    }
}
