extension Expression {
    /// Longer texts are no expression of a person or a rule file.
    static let longestText = 1 << 20
    /// Deeper ones are hostile, or written by a program that should use fewer operators.
    static let deepest = 250

    /// Reads an expression of Prometheus 3.x.
    ///
    /// - Throws: `QueryError.syntax` with the place of what is wrong, also for wrong types and
    ///   unknown functions; `QueryError.tooMuch` for a text that is too long.
    package static func parse(_ text: String) throws(QueryError) -> Expression {
        guard text.utf8.count <= longestText else {
            throw .tooMuch(what: "bytes of text", count: text.utf8.count, limit: longestText)
        }
        do throws(SyntaxFault) {
            var parser = ExpressionParser(tokens: try Lexer.tokens(of: text))
            let expression = try parser.whole()
            try TypeCheck.check(expression)
            return expression
        } catch {
            throw error.error(in: text)
        }
    }
}
