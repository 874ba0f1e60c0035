extension ExpressionParser {
    /// What operators stand between, with `[…]`, `offset` and `@` behind it.
    mutating func operand() throws(SyntaxFault) -> Expression {
        var result = try primary()
        while true {
            if token.isSign("[") {
                result = try ranged(result)
            } else if token.word == "offset" {
                result = try shifted(result)
            } else if token.isSign("@") {
                result = try anchored(result)
            } else {
                return result
            }
        }
    }

    private mutating func primary() throws(SyntaxFault) -> Expression {
        let first = token
        switch first.kind {
        case .number(let value): return literal(.number(value))
        case .duration(let length): return literal(.number(Double(length) / 1000))
        case .string(let text): return literal(.string(text))
        case .sign where first.text == "(": return try parentheses()
        case .sign where first.text == "{": return try selector(named: nil)
        case .identifier: return try named()
        default: throw unexpected("")
        }
    }

    private mutating func literal(_ kind: Expression.Kind) -> Expression {
        Expression(kind, at: advance().place)
    }

    private mutating func parentheses() throws(SyntaxFault) -> Expression {
        let start = advance().place.lowerBound
        let inner = try expression()
        try expect(")", in: "parenthesized expression")
        return Expression(.parentheses(inner), at: start..<taken)
    }

    /// An aggregation, a call, or the name of a metric, which may be a word of the language.
    private mutating func named() throws(SyntaxFault) -> Expression {
        let word = token.word ?? ""
        let next = following
        if let aggregation = Aggregation.Operator(rawValue: word),
            next.isSign("(") || next.word == "by" || next.word == "without"
        {
            return try self.aggregation(aggregation)
        }
        if next.isSign("(") { return try call() }
        let reserved = ["bool", "on", "ignoring", "group_left", "group_right", "atan2"]
        guard !reserved.contains(word) else { throw unexpected("") }
        return try selector(named: advance())
    }

    private mutating func call() throws(SyntaxFault) -> Expression {
        let name = advance()
        guard let function = Function.named(name.text) else {
            throw SyntaxFault(
                at: name.place.lowerBound,
                "unknown function with name \"\(name.text)\""
            )
        }
        let arguments = try arguments()
        return Expression(
            .call(FunctionCall(function: function, arguments: arguments)),
            at: name.place.lowerBound..<taken
        )
    }

    private mutating func arguments() throws(SyntaxFault) -> [Expression] {
        try expect("(", in: "function call")
        var arguments: [Expression] = []
        if take(sign: ")") { return [] }
        repeat {
            if token.isSign(")"), !arguments.isEmpty {
                throw SyntaxFault(
                    at: taken - 1,
                    "trailing commas not allowed in function call args"
                )
            }
            arguments.append(try expression())
        } while take(sign: ",")
        try expect(")", in: "function call")
        return arguments
    }

    private mutating func aggregation(
        _ sign: Aggregation.Operator
    ) throws(SyntaxFault) -> Expression {
        let start = advance().place.lowerBound
        var clause = try grouping()
        let arguments = try arguments()
        if clause == nil { clause = try grouping() }
        let wanted = sign.parameter == nil ? 1 : 2
        guard arguments.count == wanted, let expression = arguments.last else {
            throw SyntaxFault(
                at: start,
                "wrong number of arguments for aggregate expression provided, "
                    + "expected \(wanted), got \(arguments.count)"
            )
        }
        let aggregation = Aggregation(
            operator: sign,
            expression: expression,
            parameter: wanted == 2 ? arguments.first : nil,
            isWithout: clause?.isWithout ?? false,
            grouping: clause?.labels ?? []
        )
        return Expression(.aggregation(aggregation), at: start..<taken)
    }

    private mutating func grouping() throws(SyntaxFault) -> (isWithout: Bool, labels: [String])? {
        guard token.word == "by" || token.word == "without" else { return nil }
        let isWithout = advance().text.lowercased() == "without"
        return (isWithout, try labelList())
    }
}
