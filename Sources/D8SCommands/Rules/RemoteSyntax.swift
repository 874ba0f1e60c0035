import D8SQuery

/// Where a server says that an expression is wrong: `… 1:5: parse error: unexpected "+"`.
enum RemoteSyntax {
    /// The error at its character; nil if the message names none.
    static func fault(in message: String, _ expression: String) -> QueryError? {
        guard let mark = message.firstRange(of: "parse error: ") else { return nil }
        let place = message[..<mark.lowerBound].split(separator: ":").suffix(3)
            .map { $0.drop { $0 == " " } }
        let reason = String(message[mark.upperBound...])
        let numbers = place.compactMap { Int($0) }
        guard numbers.count >= 2 else {
            return .syntax(expression: expression, line: 1, column: 1, reason: reason)
        }
        let (line, column) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
        return .syntax(expression: expression, line: line, column: column, reason: reason)
    }
}
