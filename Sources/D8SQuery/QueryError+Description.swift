extension QueryError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .syntax(let expression, let line, let column, let reason):
            "\(line):\(column): \(reason)\n\(Self.pointer(expression, line: line, column: column))"
        case .evaluation(let reason): reason
        case .tooMuch(let what, let count, let limit):
            "The expression needs \(count) \(what), more than the \(limit) allowed; "
                + "ask for a shorter time, a longer step or fewer series."
        case .storage(let reason): reason
        }
    }

    /// The line of the fault, with a mark under its character.
    private static func pointer(_ expression: String, line: Int, column: Int) -> String {
        let lines = expression.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return expression }
        let indent = String(repeating: " ", count: max(0, column - 1))
        return "  \(lines[line - 1])\n  \(indent)^"
    }
}
