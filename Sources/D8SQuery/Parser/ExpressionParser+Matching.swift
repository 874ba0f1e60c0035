extension ExpressionParser {
    /// `on (…)` or `ignoring (…)`, with a group if there is one.
    mutating func matching() throws(SyntaxFault) -> Matching {
        var matching = Matching()
        guard let word = token.word, word == "on" || word == "ignoring" else { return matching }
        advance()
        matching.isWritten = true
        matching.isOn = word == "on"
        matching.labels = try labelList()
        guard let group = token.word.flatMap(Matching.Group.init) else { return matching }
        advance()
        matching.group = group
        if token.isSign("(") { matching.included = try labelList() }
        return matching
    }

    /// Names of labels in parentheses; a comma may end them.
    mutating func labelList() throws(SyntaxFault) -> [String] {
        try expect("(", in: "grouping opts")
        var labels: [String] = []
        while !take(sign: ")") {
            labels.append(try groupingLabel())
            if take(sign: ",") { continue }
            guard token.isSign(")") else {
                throw unexpected("grouping opts", expected: "\",\" or \")\"")
            }
        }
        return labels
    }

    private mutating func groupingLabel() throws(SyntaxFault) -> String {
        switch token.kind {
        case .string(let literal):
            return try name(literal)
        case .identifier where !token.text.contains(":"), .number where isWordNumber:
            return advance().text
        default: throw unexpected("grouping opts", expected: "label")
        }
    }

    /// `inf` and `nan` are numbers to the lexer, and fine names of labels.
    private var isWordNumber: Bool { Lexer.isLetter(token.text.utf8.first) }

    /// The text of a quoted name.
    mutating func name(_ literal: StringLiteral) throws(SyntaxFault) -> String {
        guard let text = literal.text, !text.isEmpty else {
            throw SyntaxFault(at: token.place.lowerBound, "invalid label name \(literal.quoted)")
        }
        advance()
        return text
    }
}
