/// What is wrong with an expression, and from which byte on.
struct SyntaxFault: Error {
    let offset: Int
    let reason: String

    init(at offset: Int, _ reason: String) {
        self.offset = offset
        self.reason = reason
    }

    func error(in expression: String) -> QueryError {
        let (line, column) = TextPlace.lineAndColumn(of: offset, in: expression)
        return .syntax(expression: expression, line: line, column: column, reason: reason)
    }
}

/// Where a byte of an expression stands, as people count.
enum TextPlace {
    /// The line and the character in it, from 1.
    static func lineAndColumn(of offset: Int, in text: String) -> (Int, Int) {
        let before = String(decoding: Array(text.utf8.prefix(offset)), as: UTF8.self)
        let lines = before.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.count, (lines.last.map { String($0).count } ?? 0) + 1)
    }
}
