/// A PromQL expression as it was read: what it asks for, and where in the text it stands.
package struct Expression: Hashable, Sendable {
    package indirect enum Kind: Hashable, Sendable {
        case number(Double)
        case string(StringLiteral)
        /// `up{job="node"}`, one value per series.
        case selector(VectorSelector)
        /// `up[5m]`: the samples of a time before the instant, in milliseconds.
        case range(VectorSelector, Int64)
        case subquery(Subquery)
        case parentheses(Expression)
        case unary(isNegative: Bool, Expression)
        case binary(BinaryOperation)
        case aggregation(Aggregation)
        case call(FunctionCall)
    }

    package var kind: Kind
    /// The place in the text, in bytes of UTF-8.
    package let place: Range<Int>

    package init(_ kind: Kind, at place: Range<Int>) {
        self.kind = kind
        self.place = place
    }

    /// The expression within any number of parentheses around it.
    package var bare: Expression {
        guard case .parentheses(let inner) = kind else { return self }
        return inner.bare
    }
}

/// The four types of values of PromQL.
package enum ValueType: String, Hashable, Sendable {
    case scalar
    case string
    case vector = "instant vector"
    case matrix = "range vector"
}

extension Expression {
    /// What the expression comes to when it is evaluated at one instant.
    package var type: ValueType {
        switch kind {
        case .number: .scalar
        case .string: .string
        case .selector, .aggregation: .vector
        case .range, .subquery: .matrix
        case .parentheses(let inner), .unary(_, let inner): inner.type
        case .binary(let operation):
            operation.left.type == .scalar && operation.right.type == .scalar ? .scalar : .vector
        case .call(let call): call.function.result
        }
    }
}
