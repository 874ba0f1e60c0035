extension ExpressionParser {
    /// `offset 5m`, also into the future: `offset -5m`.
    mutating func shifted(_ inner: Expression) throws(SyntaxFault) -> Expression {
        let start = advance().place.lowerBound
        let isNegative = token.isSign("-")
        if isNegative || token.isSign("+") { advance() }
        let length = try length("duration", in: "offset")
        return try changingTime(inner, "offset", at: start) { time in
            guard time.offset == 0 else { return false }
            time.offset = isNegative ? -length : length
            return true
        }
    }

    /// `@ 1609746000`, `@ start()` or `@ end()`.
    mutating func anchored(_ inner: Expression) throws(SyntaxFault) -> Expression {
        let start = advance().place.lowerBound
        let anchor = try anchor()
        return try changingTime(inner, "@", at: start) { time in
            guard time.anchor == nil else { return false }
            time.anchor = anchor
            return true
        }
    }

    private mutating func anchor() throws(SyntaxFault) -> TimeShift.Anchor {
        if let word = token.word, word == "start" || word == "end", following.isSign("(") {
            advance()
            advance()
            try expect(")", in: "@")
            return word == "start" ? .start : .end
        }
        let isNegative = token.isSign("-")
        if isNegative || token.isSign("+") { advance() }
        guard case .number(let seconds) = token.kind else {
            throw unexpected("@", expected: "timestamp")
        }
        let milliseconds = (seconds * 1000).rounded()
        guard milliseconds.magnitude < Double(Int64.max / 1000) else {
            throw SyntaxFault(
                at: token.place.lowerBound,
                "timestamp out of bounds for @ modifier: \(token.text)"
            )
        }
        advance()
        return .time(isNegative ? -Int64(milliseconds) : Int64(milliseconds))
    }

    private func changingTime(
        _ inner: Expression,
        _ modifier: String,
        at start: Int,
        _ change: (inout TimeShift) -> Bool
    ) throws(SyntaxFault) -> Expression {
        let place = inner.place.lowerBound..<taken
        var isFirst = true
        let kind: Expression.Kind
        switch inner.kind {
        case .selector(var selector):
            isFirst = change(&selector.time)
            kind = .selector(selector)
        case .range(var selector, let range):
            isFirst = change(&selector.time)
            kind = .range(selector, range)
        case .subquery(var subquery):
            isFirst = change(&subquery.time)
            kind = .subquery(subquery)
        default:
            throw SyntaxFault(
                at: start,
                "\(modifier) modifier must be preceded by an instant vector selector "
                    + "or range vector selector or a subquery"
            )
        }
        guard isFirst else {
            throw SyntaxFault(at: start, "\(modifier) may not be set multiple times")
        }
        return Expression(kind, at: place)
    }
}
