internal import D8SModel

extension ExpressionParser {
    /// A selector by name, by matchers in braces, or by both.
    mutating func selector(named name: Token?) throws(SyntaxFault) -> Expression {
        let start = name?.place.lowerBound ?? token.place.lowerBound
        var matchers = name.map { [LabelMatcher("__name__", .equal, $0.text)] } ?? []
        if take(sign: "{") { matchers += try self.matchers() }
        let names = matchers.filter { $0.label == "__name__" }
        if name != nil, names.count > 1 {
            throw SyntaxFault(
                at: start,
                "metric name must not be set twice: "
                    + "\"\(names[0].value)\" or \"\(names[1].value)\""
            )
        }
        return Expression(.selector(VectorSelector(matchers: matchers)), at: start..<taken)
    }

    private mutating func matchers() throws(SyntaxFault) -> [LabelMatcher] {
        var matchers: [LabelMatcher] = []
        while !take(sign: "}") {
            matchers.append(try matcher())
            if take(sign: ",") { continue }
            guard token.isSign("}") else {
                throw unexpected("label matching", expected: "\",\" or \"}\"")
            }
        }
        return matchers
    }

    private mutating func matcher() throws(SyntaxFault) -> LabelMatcher {
        let label: String
        switch token.kind {
        case .string(let literal):
            label = try name(literal)
            if token.isSign(",") || token.isSign("}") {
                return LabelMatcher("__name__", .equal, label)
            }
        case .identifier: label = advance().text
        default: throw unexpected("label matching", expected: "identifier or \"}\"")
        }
        guard token.kind == .sign, let sign = LabelMatcher.Operator(rawValue: token.text) else {
            throw unexpected("label matching", expected: "label matching operator")
        }
        advance()
        return LabelMatcher(label, sign, try value(for: sign))
    }

    private mutating func value(for sign: LabelMatcher.Operator) throws(SyntaxFault) -> String {
        guard case .string(let literal) = token.kind else {
            throw unexpected("label matching", expected: "string")
        }
        if sign == .matches || sign == .doesNotMatch {
            do throws(RegexFault) {
                _ = try LabelPattern(literal.repaired)
            } catch {
                throw SyntaxFault(at: token.place.lowerBound, error.sentence)
            }
        }
        advance()
        return literal.repaired
    }

    /// `[5m]` or `[1h:1m]`.
    mutating func ranged(_ inner: Expression) throws(SyntaxFault) -> Expression {
        let bracket = advance().place.lowerBound
        let range = try positive("duration", in: "subquery or range")
        guard take(sign: ":") else {
            guard take(sign: "]") else {
                throw unexpected("subquery or range", expected: "\":\" or \"]\"")
            }
            return try matrix(inner, range, bracket)
        }
        let step = token.isSign("]") ? nil : try positive("duration or \"]\"", in: "subquery")
        try expect("]", in: "subquery selector")
        let subquery = Subquery(expression: inner, range: range, step: step)
        return Expression(.subquery(subquery), at: inner.place.lowerBound..<taken)
    }

    private func matrix(
        _ inner: Expression,
        _ range: Int64,
        _ bracket: Int
    ) throws(SyntaxFault) -> Expression {
        guard case .selector(let selector) = inner.kind else {
            throw SyntaxFault(at: bracket, "ranges only allowed for vector selectors")
        }
        guard selector.time.offset == 0 else {
            throw SyntaxFault(at: bracket, "no offset modifiers allowed before range")
        }
        guard selector.time.anchor == nil else {
            throw SyntaxFault(at: bracket, "no @ modifiers allowed before range")
        }
        return Expression(.range(selector, range), at: inner.place.lowerBound..<taken)
    }

    private mutating func positive(
        _ expected: String,
        in context: String
    ) throws(SyntaxFault) -> Int64 {
        let start = token.place.lowerBound
        let length = try length(expected, in: context)
        guard length > 0 else {
            throw SyntaxFault(at: start, "duration must be greater than 0")
        }
        return length
    }

    /// Milliseconds of a duration, or of a number of seconds.
    mutating func length(_ expected: String, in context: String) throws(SyntaxFault) -> Int64 {
        let token = token
        switch token.kind {
        case .duration(let length):
            advance()
            return length
        case .number(let seconds):
            let milliseconds = (seconds * 1000).rounded()
            guard milliseconds.magnitude < Double(Int64.max / 1_000_000) else {
                throw SyntaxFault(at: token.place.lowerBound, "duration out of range")
            }
            advance()
            return Int64(milliseconds)
        default: throw unexpected(context, expected: expected)
        }
    }
}
