import D8SQuery
import D8SSite

/// A rule of a rule file as `d8s rules list` prints it.
struct RuleRow: Encodable {
    var group: String
    /// `alert` or `record`.
    var kind: String
    var name: String
    /// How long it has to hold: `10m`; `0s` for recording rules.
    var holds: String
    var expression: String
    var file: String
    var line: Int

    static let columns = ["group", "kind", "name", "for", "expression", "file", "line"]

    init(_ rule: QueryRule, in group: RuleGroup) {
        self.group = group.name
        name = rule.name
        switch rule.kind {
        case .recording: (kind, holds) = ("record", PromDuration.text(0))
        case .alerting(let terms): (kind, holds) = ("alert", PromDuration.text(terms.holds))
        }
        expression = rule.expression.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        file = group.file
        line = rule.line
    }

    /// As text, for a table.
    var words: [String] { [group, kind, name, holds, expression, file, String(line)] }

    var cells: [DataValue] {
        [
            .text(group), .text(kind), .text(name), .text(holds), .text(expression), .text(file),
            .whole(line),
        ]
    }

    private enum CodingKeys: String, CodingKey {
        case group, kind, name
        case holds = "for"
        case expression, file, line
    }
}
