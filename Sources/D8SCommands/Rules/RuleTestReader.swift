import D8SModel
import D8SQuery
import Yams

/// Reads one entry of `tests`.
struct RuleTestReader {
    private var reader: MappingReader
    private let line: Int
    private let places: ScalarPlaces

    init(_ reader: MappingReader, _ line: Int?, _ places: ScalarPlaces) {
        self.reader = reader
        self.line = line ?? 1
        self.places = places
    }

    /// The test, with what is wrong noted.
    mutating func read() -> RuleTest {
        var test = RuleTest(line: line)
        test.name = reader.string("name") ?? ""
        test.interval = reader.milliseconds("interval").flatMap { $0 > 0 ? $0 : nil }
        test.start =
            reader.value(
                "start_timestamp",
                form: "an instant such as 2026-11-20T00:00:00Z, or seconds since 1970",
                Self.instant
            ) ?? test.start
        test.externalLabels = reader.labels("external_labels") ?? []
        test.externalURL = reader.node("external_url")?.string ?? ""
        test.series = reader.entries("input_series").compactMap { series($0) }
        test.alerts = reader.entries("alert_rule_test").compactMap { alerts($0) }
        test.expressions = reader.entries("promql_expr_test").compactMap { expression($0) }
        return test
    }

    mutating func finish() -> [ConfigurationProblem] { reader.finish() }

    private static func instant(_ text: String) -> Instant? {
        let seconds = Double(text).flatMap { $0.magnitude < 1e12 ? $0 : nil }
        return seconds.map { Instant(milliseconds: Int64($0 * 1000)) } ?? Instant(iso8601: text)
    }

    private mutating func series(_ node: Node) -> SeriesNotation? {
        var entry = reader.nestedReader(node, title: "a series")
        let name = entry.node("series"), values = entry.node("values")
        reader.absorb(entry.finish())
        guard let name, let values, let text = name.string, let list = values.string else {
            reader.note(node, "a series needs `series` and `values`")
            return nil
        }
        do throws(QueryError) {
            return try SeriesNotation(series: text, values: list)
        } catch {
            if case .syntax = error {
                reader.absorb([places.problem(error, in: name)])
            } else {
                reader.note(values, "\(error)")
            }
            return nil
        }
    }

    private mutating func alerts(_ node: Node) -> ExpectedAlerts? {
        var entry = reader.nestedReader(node, title: "an entry of `alert_rule_test`")
        let time = entry.milliseconds("eval_time") ?? 0
        let name = entry.string("alertname")
        if name == nil { entry.noteMissing("`alertname` has to be there") }
        let alerts = entry.entries("exp_alerts").map { alert in
            var expected = entry.nestedReader(alert, title: "an expected alert")
            let labels = expected.labels("exp_labels") ?? []
            let annotations = expected.labels("exp_annotations", allowsName: true) ?? []
            entry.absorb(expected.finish())
            let named = labels + [Label("alertname", name ?? "")]
            return FiringAlert(
                labels: Series(metric: "", labels: named),
                annotations: annotations
            )
        }
        reader.absorb(entry.finish())
        return name.map { ExpectedAlerts(time: time, name: $0, alerts: alerts) }
    }

    private mutating func expression(_ node: Node) -> ExpectedSamples? {
        var entry = reader.nestedReader(node, title: "an entry of `promql_expr_test`")
        let time = entry.milliseconds("eval_time") ?? 0
        let expression = entry.string("expr")
        if expression == nil { entry.noteMissing("`expr` has to be there") }
        let samples = entry.entries("exp_samples").compactMap { sample($0, &entry) }
        reader.absorb(entry.finish())
        return expression.map { ExpectedSamples(time: time, expression: $0, samples: samples) }
    }

    private func sample(
        _ node: Node,
        _ entry: inout MappingReader
    ) -> ExpectedSamples.Sample? {
        var sample = entry.nestedReader(node, title: "an expected sample")
        let labels = sample.node("labels"), value = sample.node("value")
        let isNative = sample.node("histogram") != nil
        entry.absorb(sample.finish())
        let number = value.map { $0.float ?? $0.string.flatMap(Double.init) } ?? 0
        guard let number else {
            entry.note(value ?? node, "`value` has to be a number")
            return nil
        }
        do throws(QueryError) {
            let series = try SeriesNotation.series(labels?.string ?? "")
            return ExpectedSamples.Sample(series: series, value: number, isNative: isNative)
        } catch {
            entry.absorb([places.problem(error, in: labels ?? node)])
            return nil
        }
    }
}
