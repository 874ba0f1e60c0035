import D8SModel
import D8SQuery
import D8STestSupport
import Foundation
import Testing

@testable import D8SCommands

/// The tests of real projects, with the verdicts of Prometheus' own tool, which has to be installed.
struct PrometheusPromtoolTests {
    /// What `promtool test rules` of Prometheus 3 says (`cmd/promtool/unittest_test.go`).
    private static let verdicts = [
        "unittest.yml": true, "long-period.yml": true, "no-test-group-interval.yml": true,
        "at-modifier-test.yml": true, "negative-offset-test.yml": true,
        "start-time-test.yml": true, "bad-input-series.yml": false, "bad-promql.yml": false,
        "bad-rules-error-test.yml": false, "bad-rules-syntax-test.yml": false,
        "failing.yml": false, "rules_run.yml": false, "rules_run_extrafields.yml": false,
        "rules_run_fuzzy.yml": false, "rules_run_no_fuzzy.yml": false,
    ]

    @Test(
        .enabled(if: SharedData.has("alert-rules"), "the files of Prometheus are not here"),
        arguments: verdicts
    )
    func `a file of tests has the verdict of promtool`(file: String, passes: Bool) async {
        let path = SharedData.folder.appendingPathComponent("prometheus-promtool/\(file)").path
        let outcome = await RuleTestOutcome.of(path)
        #expect(outcome.passed == passes, "\(outcome.lines)")
    }

    @Test(.enabled(if: SharedData.has("alert-rules"), "the files of Prometheus are not here"))
    func `of two fuzzy tests one differs by more than the last bit`() async {
        let path = SharedData.folder
            .appendingPathComponent("prometheus-promtool/rules_run_fuzzy.yml").path
        let outcome = await RuleTestOutcome.of(path)
        #expect(outcome.lines.first?.hasSuffix("1 of 2 tests FAILED") == true)
    }

    /// The rules of kube-prometheus are set up otherwise than those that the tests were written
    /// for, so that some fail: the same ones with promtool, which is asked here.
    @Test(
        .enabled(if: SharedData.has("alert-rules"), "the rules of real projects are not here"),
        arguments: [
            "absent_alert-test", "apiserver-availability-test", "apps_alerts-test",
            "kube_scheduler-test", "kubelet-test", "resource_alerts-test", "rules-pod-owner-test",
        ]
    )
    func `the same expectations fail as with promtool`(name: String) async throws {
        let folder = try ServerFolder()
        let shared = "alert-rules/kubernetes-mixin-tests/tests/\(name).yaml"
        let path = try folder.write(try SharedData.text(shared), to: "tests/test.yaml")
        try folder.write(try Self.rules(), to: "prometheus_rules.yaml")
        try folder.write("groups: []\n", to: "prometheus_alerts.yaml")
        let output = try folder.run(["sh", "-c", "promtool test rules tests/test.yaml || true"])
        let reader = RuleTestFileReader(path: path, text: try TextFile.read(path))
        let file = try reader.file()
        let rules = RuleFiles(file.ruleFiles, in: folder.path + "/tests")
        #expect(rules.faults.isEmpty)
        let results = await RuleTestRun(file, groups: rules.groups).results()
        #expect(results.flatMap(\.failures).map(Self.place).sorted() == Self.places(output))
    }

    /// The groups of the operator's object as a file for Prometheus.
    private static func rules() throws -> String {
        let name =
            "alert-rules/kube-prometheus/manifests/kubernetesControlPlane-prometheusRule.yaml"
        let lines = try SharedData.text(name).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let spec = lines.drop { $0 != "spec:" }.dropFirst()
        return spec.map { String($0.dropFirst(2)) }.joined(separator: "\n")
    }

    private static func place(_ failure: RuleTestFailure) -> String {
        switch failure {
        case .evaluation(let rule, let time, _): "rule \(rule) \(time)"
        case .alerts(let name, let time, _, _): "alert \(name) \(time)"
        case .expression(let text, let time, _), .samples(let text, let time, _, _):
            "expr \(text.filter { $0.isLetter }) \(time)"
        }
    }

    /// What promtool prints of each failure, in the order of its words.
    private static func places(_ output: String) -> [String] {
        output.split(separator: "\n").compactMap { line in
            let words = line.drop { $0 == " " }
            guard let mark = words.firstRange(of: ", time: ") else { return nil }
            let time = words[mark.upperBound...].prefix { $0.isLetter || $0.isNumber }
            guard let time = PromDuration.milliseconds(String(time)) else { return nil }
            let subject = words[..<mark.lowerBound]
            if subject.hasPrefix("alertname: ") { return "alert \(subject.dropFirst(11)) \(time)" }
            guard subject.hasPrefix("expr: ") else { return nil }
            let text = subject.dropFirst(6).replacing("\\n", with: "").replacing("\\t", with: "")
            return "expr \(text.filter { $0.isLetter }) \(time)"
        }.sorted()
    }
}
