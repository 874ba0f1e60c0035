/// Whether the parts of an expression fit together.
enum TypeCheck {
    static func check(_ expression: Expression) throws(SyntaxFault) {
        switch expression.kind {
        case .number, .string: return
        case .selector(let selector), .range(let selector, _):
            try check(selector, at: expression.place.lowerBound)
        case .parentheses(let inner): try check(inner)
        case .unary(_, let inner): try checkSign(inner, at: expression.place.lowerBound)
        case .subquery(let subquery):
            try check(subquery.expression)
            guard subquery.expression.type == .vector else {
                throw fault(
                    expression,
                    "subquery is only allowed on instant vector, "
                        + "got \(subquery.expression.type.rawValue) instead"
                )
            }
        case .binary(let operation): try check(operation, in: expression)
        case .aggregation(let aggregation): try check(aggregation)
        case .call(let call): try check(call, in: expression)
        }
    }

    private static func fault(_ expression: Expression, _ reason: String) -> SyntaxFault {
        SyntaxFault(at: expression.place.lowerBound, reason)
    }

    private static func check(_ selector: VectorSelector, at place: Int) throws(SyntaxFault) {
        for matcher in selector.matchers where !matcher.matchesEmpty { return }
        throw SyntaxFault(
            at: place,
            "vector selector must contain at least one non-empty matcher"
        )
    }

    private static func checkSign(_ inner: Expression, at place: Int) throws(SyntaxFault) {
        try check(inner)
        guard inner.type == .scalar || inner.type == .vector else {
            throw SyntaxFault(
                at: place,
                "unary expression only allowed on expressions of type scalar "
                    + "or instant vector, got \"\(inner.type.rawValue)\""
            )
        }
    }

    private static func check(_ aggregation: Aggregation) throws(SyntaxFault) {
        try expect(aggregation.expression, .vector, in: "aggregation expression")
        if let parameter = aggregation.parameter, let type = aggregation.operator.parameter {
            try expect(parameter, type, in: "aggregation parameter")
        }
    }

    private static func expect(
        _ expression: Expression,
        _ type: ValueType,
        in context: String
    ) throws(SyntaxFault) {
        try check(expression)
        guard expression.type == type else {
            throw fault(
                expression,
                "expected type \(type.rawValue) in \(context), got \(expression.type.rawValue)"
            )
        }
    }

    private static func check(
        _ call: FunctionCall,
        in expression: Expression
    ) throws(SyntaxFault) {
        let function = call.function
        let least = function.arguments.count - function.optional
        let most = function.repeats.map { $0 + function.arguments.count } ?? .max
        let count = call.arguments.count
        guard count >= least, count <= most else {
            let wanted = least == most ? "" : count < least ? "at least " : "at most "
            throw fault(
                expression,
                "expected \(wanted)\(count < least ? least : most) argument(s) "
                    + "in call to \"\(function.name)\", got \(count)"
            )
        }
        for (number, argument) in call.arguments.enumerated() {
            let type = function.arguments[min(number, function.arguments.count - 1)]
            try expect(argument, type, in: "call to function \"\(function.name)\"")
        }
    }
}
