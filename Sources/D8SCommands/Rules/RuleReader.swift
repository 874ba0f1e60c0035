import D8SModel
import D8SQuery
import Yams

/// Reads one rule of a rule file.
struct RuleReader {
    private var reader: MappingReader
    private let line: Int
    private let places: ScalarPlaces

    init(_ reader: MappingReader, _ line: Int?, _ places: ScalarPlaces) {
        self.reader = reader
        self.line = line ?? 1
        self.places = places
    }

    /// The rule; nil, with what is wrong noted, if it cannot be used.
    mutating func read(groupLabels: [Label]) -> QueryRule? {
        let record = reader.string("record"), alert = reader.string("alert")
        let expression = expression()
        let terms = terms()
        let labels = reader.labels("labels") ?? []
        if record != nil, alert != nil {
            reader.noteMissing("a rule is either a `record` or an `alert`; take one of them away")
        }
        guard let name = alert ?? record else {
            reader.noteMissing("a rule needs a `record` or an `alert`")
            return nil
        }
        if expression == nil { reader.noteMissing("\(name): `expr` has to be there") }
        if alert == nil { checkRecording(name, terms) } else { check(name, labels, terms) }
        return QueryRule(
            name: name,
            expression: expression ?? "",
            kind: alert == nil ? .recording : .alerting(terms),
            labels: Self.merged(groupLabels, labels),
            line: line
        )
    }

    mutating func finish() -> [ConfigurationProblem] { reader.finish() }

    private mutating func terms() -> AlertTerms {
        AlertTerms(
            holds: reader.milliseconds("for") ?? 0,
            keepsFiring: reader.milliseconds("keep_firing_for") ?? 0,
            annotations: reader.labels("annotations", allowsName: true) ?? []
        )
    }

    /// The text of `expr`, with what is wrong with it noted at its character.
    private mutating func expression() -> String? {
        guard let node = reader.node("expr"), let text = node.string, !text.isEmpty else {
            return nil
        }
        do throws(QueryError) {
            _ = try Expression.parse(text)
        } catch {
            reader.absorb([places.problem(error, in: node)])
        }
        return text
    }

    private mutating func checkRecording(_ name: String, _ terms: AlertTerms) {
        for (key, isThere) in [
            ("for", terms.holds != 0), ("keep_firing_for", terms.keepsFiring != 0),
            ("annotations", !terms.annotations.isEmpty),
        ] where isThere {
            reader.noteMissing("\(name): a recording rule has no `\(key)`; take it away")
        }
        if name.contains("{") || name.contains("}") {
            reader.noteMissing("\(name): braces in a name; should they be in `expr`?")
        }
    }

    /// Whether the templates can be read.
    private mutating func check(_ name: String, _ labels: [Label], _ terms: AlertTerms) {
        for (kind, list) in [("label", labels), ("annotation", terms.annotations)] {
            for text in list {
                guard let fault = RuleTemplates.fault(in: text.value, ofAlert: name) else {
                    continue
                }
                reader.noteMissing("\(name): \(kind) \(text.name): \(fault)")
            }
        }
    }

    /// Those of the group, unless the rule says otherwise.
    private static func merged(_ group: [Label], _ rule: [Label]) -> [Label] {
        let own = Set(rule.map(\.name))
        return (group.filter { !own.contains($0.name) } + rule)
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
