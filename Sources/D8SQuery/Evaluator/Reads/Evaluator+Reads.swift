internal import D8SModel

/// Which parts of a query are made of raw samples alone, series by series.
extension Evaluator {
    /// Functions whose columns are not just those of their samples.
    private static let special = ["absent_over_time", "first_over_time", "last_over_time"]

    /// The read that an aggregation comes to; nil if it takes more than that.
    ///
    /// Rates of what is not named like a counter are noted when they are known.
    mutating func read(
        of aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> SampleRead? {
        guard let clause = AggregationClause(aggregation),
            var read = try read(of: aggregation.expression, steps), read.aggregation == nil,
            read.function.map({ !Self.special.contains($0) }) ?? true
        else { return nil }
        read.aggregation = clause
        return read
    }

    /// The read that a call of a function of a range comes to; nil if it takes more than that.
    mutating func read(
        of call: FunctionCall,
        _ steps: Steps
    ) throws(QueryError) -> SampleRead? {
        guard call.arguments.count == 1,
            case .range(let selector, let range) = call.arguments[0].bare.kind
        else { return nil }
        let windows = windows(selector.time, range, steps)
        guard try rollups(windows.frame.first - range, range: range) == nil else { return nil }
        return SampleRead(selector.matchers, call.function.name, windows)
    }

    /// The read that an expression comes to; nil if it takes more than that.
    private mutating func read(
        of expression: Expression,
        _ steps: Steps
    ) throws(QueryError) -> SampleRead? {
        switch expression.bare.kind {
        case .call(let call): return try read(of: call, steps)
        case .aggregation(let aggregation): return try read(of: aggregation, steps)
        case .selector(let selector):
            let frame = frame(selector.time, steps)
            let from = frame.first - settings.reach
            guard try rollups(from, range: steps.step) == nil else { return nil }
            return SampleRead(
                selector.matchers,
                nil,
                Windows(frame: frame, range: settings.reach)
            )
        default: return nil
        }
    }

    /// Everything that the parts of an expression read at the steps of the whole query.
    mutating func reads(of expression: Expression) throws(QueryError) -> [SampleRead] {
        if let read = try read(of: expression, whole) { return [read] }
        var reads: [SampleRead] = []
        for part in expression.parts { reads += try self.reads(of: part) }
        return reads
    }
}

extension Expression {
    /// What an expression is made of, as far as it is evaluated at the same steps.
    fileprivate var parts: [Expression] {
        switch kind {
        case .number, .string, .selector, .range, .subquery: []
        case .parentheses(let inner), .unary(_, let inner): [inner]
        case .binary(let operation): [operation.left, operation.right]
        case .aggregation(let aggregation): [aggregation.expression]
        case .call(let call): call.arguments
        }
    }
}
