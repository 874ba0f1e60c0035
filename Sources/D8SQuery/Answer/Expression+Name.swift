extension Expression {
    /// Whether a series of its value may have a metric's name.
    ///
    /// Prometheus takes it away wherever the value means something else than the metric; other
    /// servers keep it where a function leaves the unit as it was.
    package var mayHaveName: Bool {
        switch kind {
        case .number, .string: false
        case .selector, .range: true
        case .subquery(let subquery): subquery.expression.mayHaveName
        case .parentheses(let inner): inner.mayHaveName
        case .unary(let isNegative, let inner): !isNegative && inner.mayHaveName
        case .binary(let operation): operation.mayHaveName
        case .aggregation(let aggregation): aggregation.mayHaveName
        case .call(let call): call.mayHaveName
        }
    }
}

extension BinaryOperation {
    fileprivate var mayHaveName: Bool {
        if `operator` == .or { return left.mayHaveName || right.mayHaveName }
        if `operator`.isSet { return left.mayHaveName }
        guard `operator`.isComparison, !isBool else { return false }
        guard left.type == .vector else { return right.mayHaveName }
        guard right.type == .vector else { return left.mayHaveName }
        if matching.isOn, matching.group == nil { return matching.labels.contains("__name__") }
        return (matching.group == .right ? right : left).mayHaveName
    }
}

extension Aggregation {
    fileprivate var mayHaveName: Bool {
        switch `operator` {
        case .topk, .bottomk, .limitk, .limitRatio: expression.mayHaveName
        default: !isWithout && grouping.contains("__name__")
        }
    }
}

extension FunctionCall {
    fileprivate var mayHaveName: Bool {
        switch function.name {
        case "label_replace", "label_join": true
        case "last_over_time", "first_over_time", "sort", "sort_desc", "sort_by_label",
            "sort_by_label_desc":
            arguments.contains(where: \.mayHaveName)
        default: false
        }
    }
}
