import D8SQuery
import Yams

/// Where in a YAML file a character of one of its texts stands.
struct ScalarPlaces {
    private let file: String
    private let lines: [Substring]

    init(file: String, text: String) {
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// What is wrong with an expression of PromQL, at its line and character in the file.
    ///
    /// In a text whose lines YAML has folded, the place is that of the text, and the message says
    /// where in the expression.
    func problem(_ error: QueryError, in node: Node) -> ConfigurationProblem {
        let line = node.mark?.line ?? 1, column = node.mark?.column ?? 1
        guard case .syntax(_, let row, let character, let reason) = error else {
            return problem(line, column, "\(error)")
        }
        switch node.scalar?.style {
        case .literal:
            return problem(line + row, indent(after: line) + character, reason)
        case .singleQuoted where row == 1 && isOneLine(node):
            return problem(line, column + character, reason)
        case .doubleQuoted where row == 1 && isOneLine(node) && !escapes(line):
            return problem(line, column + character, reason)
        case .plain where row == 1 && isOneLine(node):
            return problem(line, column + character - 1, reason)
        default:
            return problem(line, column, "\(row):\(character) of the expression: \(reason)")
        }
    }

    private func problem(_ line: Int, _ column: Int, _ reason: String) -> ConfigurationProblem {
        ConfigurationProblem(file: file, line: line, column: column, reason: reason)
    }

    /// The blanks before the first line of a block.
    private func indent(after line: Int) -> Int {
        let block = lines.dropFirst(line).first { $0.contains { $0 != " " && $0 != "\r" } }
        return block?.prefix { $0 == " " }.count ?? 0
    }

    private func escapes(_ line: Int) -> Bool {
        lines.indices.contains(line - 1) && lines[line - 1].contains("\\")
    }

    /// Whether the whole text stands in its line, which folding would have changed.
    private func isOneLine(_ node: Node) -> Bool {
        guard let line = node.mark?.line, lines.indices.contains(line - 1),
            let text = node.string
        else { return false }
        return String(lines[line - 1]).replacing("''", with: "'").contains(text)
            || lines[line - 1].contains("\\")
    }
}
