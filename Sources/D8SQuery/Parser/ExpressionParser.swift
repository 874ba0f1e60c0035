/// Reads an expression by the precedence of its operators.
struct ExpressionParser {
    private let tokens: [Token]
    private var position = 0
    private var depth = 0

    init(tokens: [Token]) { self.tokens = tokens }

    /// The token that comes next; the last one is always an end.
    var token: Token { tokens[position] }
    var following: Token { tokens[min(position + 1, tokens.count - 1)] }
    /// The end of the token that was taken last.
    var taken: Int { position > 0 ? tokens[position - 1].place.upperBound : 0 }

    mutating func whole() throws(SyntaxFault) -> Expression {
        if token.kind == .end {
            throw SyntaxFault(at: 0, "no expression found in input")
        }
        let result = try expression()
        guard token.kind == .end else { throw unexpected("") }
        return result
    }

    /// An expression whose operators bind at least so tightly.
    mutating func expression(_ lowest: Int = 1) throws(SyntaxFault) -> Expression {
        try enter()
        defer { depth -= 1 }
        var left = try unary()
        var length = 0
        while let next = binaryOperator(), next.precedence >= lowest {
            length += 1
            guard depth + length <= Expression.deepest else { throw tooDeep() }
            left = try binary(left, next)
        }
        return left
    }

    private func binaryOperator() -> BinaryOperation.Operator? {
        guard token.kind == .sign || token.kind == .identifier else { return nil }
        return BinaryOperation.Operator(rawValue: token.word ?? token.text)
    }

    private mutating func binary(
        _ left: Expression,
        _ sign: BinaryOperation.Operator
    ) throws(SyntaxFault) -> Expression {
        let place = advance().place
        let isBool = take(word: "bool")
        let matching = try matching()
        let right = try expression(sign == .power ? sign.precedence : sign.precedence + 1)
        let operation = BinaryOperation(
            operator: sign,
            left: left,
            right: right,
            isBool: isBool,
            matching: matching,
            operatorPlace: place
        )
        return Expression(.binary(operation), at: left.place.lowerBound..<taken)
    }

    /// A sign before an operand binds as tightly as `*`: `-2^2` is -4.
    private mutating func unary() throws(SyntaxFault) -> Expression {
        guard token.isSign("-") || token.isSign("+") else { return try operand() }
        let sign = advance()
        let inner = try expression(BinaryOperation.Operator.power.precedence)
        if case .number(let value) = inner.kind {
            let number = sign.text == "-" ? -value : value
            return Expression(.number(number), at: sign.place.lowerBound..<taken)
        }
        return Expression(
            .unary(isNegative: sign.text == "-", inner),
            at: sign.place.lowerBound..<taken
        )
    }

    private mutating func enter() throws(SyntaxFault) {
        depth += 1
        guard depth <= Expression.deepest else { throw tooDeep() }
    }

    private func tooDeep() -> SyntaxFault {
        SyntaxFault(
            at: token.place.lowerBound,
            "the expression is nested more than \(Expression.deepest) levels deep"
        )
    }

    // MARK: Taking tokens

    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[position]
        if position < tokens.count - 1 { position += 1 }
        return token
    }

    mutating func take(sign: String) -> Bool {
        guard token.isSign(sign) else { return false }
        advance()
        return true
    }

    mutating func take(word: String) -> Bool {
        guard token.word == word else { return false }
        advance()
        return true
    }

    mutating func expect(_ sign: String, in context: String) throws(SyntaxFault) {
        guard take(sign: sign) else { throw unexpected(context, expected: "\"\(sign)\"") }
    }

    func unexpected(_ context: String, expected: String? = nil) -> SyntaxFault {
        let place = context.isEmpty ? "" : " in \(context)"
        let wish = expected.map { ", expected \($0)" } ?? ""
        return SyntaxFault(
            at: token.place.lowerBound,
            "unexpected \(token.named)\(place)\(wish)"
        )
    }
}
