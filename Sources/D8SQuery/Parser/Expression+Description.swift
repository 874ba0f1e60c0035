extension Expression: CustomStringConvertible {
    /// The expression in one line, as Prometheus prints it; reading it again gives the same.
    package var description: String {
        switch kind {
        case .number(let value): NumberText.shortest(value)
        case .string(let literal): literal.quoted
        case .selector(let selector): selector.text + selector.time.text
        case .range(let selector, let range):
            "\(selector.text)[\(PromDuration.text(range))]\(selector.time.text)"
        case .subquery(let subquery): subquery.text
        case .parentheses(let inner): "(\(inner))"
        case .unary(let isNegative, let inner): "\(isNegative ? "-" : "+")\(inner)"
        case .binary(let operation): operation.text
        case .aggregation(let aggregation): aggregation.text
        case .call(let call):
            "\(call.function.name)(\(call.arguments.map(\.description).joined(separator: ", ")))"
        }
    }
}

extension VectorSelector {
    fileprivate var text: String {
        let plain = matchers.first.flatMap { first in
            first.label == "__name__" && first.operator == .equal
                && LabelNames.isMetric(first.value)
                ? first.value : nil
        }
        let rest = matchers.dropFirst(plain == nil ? 0 : 1).map { matcher in
            let name = LabelNames.written(matcher.label)
            return "\(name)\(matcher.operator.rawValue)\(StringLiteral(matcher.value).quoted)"
        }
        if let plain, rest.isEmpty { return plain }
        return "\(plain ?? ""){\(rest.joined(separator: ","))}"
    }
}

extension TimeShift {
    fileprivate var text: String {
        let at =
            switch anchor {
            case .none: ""
            case .start: " @ start()"
            case .end: " @ end()"
            case .time(let time): " @ \(NumberText.shortest(Double(time) / 1000))"
            }
        return at + (offset == 0 ? "" : " offset \(PromDuration.text(offset))")
    }
}

extension Subquery {
    fileprivate var text: String {
        let step = step.map(PromDuration.text) ?? ""
        return "\(expression)[\(PromDuration.text(range)):\(step)]\(time.text)"
    }
}

extension BinaryOperation {
    fileprivate var text: String {
        let bool = isBool ? " bool" : ""
        return "\(left) \(`operator`.rawValue)\(bool)\(matching.text) \(right)"
    }
}

extension Matching {
    fileprivate var text: String {
        guard isWritten else { return "" }
        let own = " \(isOn ? "on" : "ignoring") (\(LabelNames.list(labels)))"
        guard let group else { return own }
        return "\(own) \(group.rawValue) (\(LabelNames.list(included)))"
    }
}

extension Aggregation {
    fileprivate var text: String {
        let arguments = ((parameter.map { [$0] } ?? []) + [expression]).map(\.description)
        let clause =
            isWithout || !grouping.isEmpty
            ? " \(isWithout ? "without" : "by") (\(LabelNames.list(grouping))) " : ""
        return "\(`operator`.rawValue)\(clause)(\(arguments.joined(separator: ", ")))"
    }
}
