internal import D8SModel

/// Evaluates an expression at all steps of a range at once, series by series.
struct Evaluator {
    let storage: any SampleStorage
    let settings: EngineSettings
    /// The steps of the whole query, which `@ start()` means.
    let whole: Steps
    /// The end of the whole query, on which no step need fall; `@ end()` means it.
    let end: Int64
    var notes: Notes
    /// What counts the values in columns.
    private(set) var budget: SampleBudget
    /// What was read already, for several queries at once.
    var known: [SampleRead: SamplePass] = [:]

    init(
        _ text: String,
        _ steps: Steps,
        end: Int64? = nil,
        storage: any SampleStorage,
        settings: EngineSettings
    ) {
        self.storage = storage
        self.settings = settings
        whole = steps
        self.end = end ?? steps.end
        notes = Notes(text: text)
        budget = SampleBudget(most: settings.mostSamples)
    }

    /// The values of the expression at the steps.
    ///
    /// What its parts held is given back.
    mutating func evaluate(
        _ expression: Expression,
        _ steps: Steps
    ) throws(QueryError) -> StepValue {
        let before = budget
        let value = try part(expression, steps)
        budget = before
        try hold(value.size)
        return value
    }

    private mutating func part(
        _ expression: Expression,
        _ steps: Steps
    ) throws(QueryError) -> StepValue {
        switch expression.kind {
        case .number(let value): return .scalar(Array(repeating: value, count: steps.count))
        case .string(let literal): return .string(literal)
        case .selector(let selector): return .vector(try select(selector, steps))
        case .parentheses(let inner): return try evaluate(inner, steps)
        case .unary(let isNegative, let inner):
            let value = try evaluate(inner, steps)
            return isNegative ? Self.negated(value) : value
        case .binary(let operation): return try binary(operation, steps)
        case .aggregation(let aggregation): return .vector(try aggregate(aggregation, steps))
        case .call(let call): return try self.call(call, expression.place, steps)
        case .range, .subquery:
            throw .evaluation(reason: "a range vector stands where no function takes it")
        }
    }

    private static func negated(_ value: StepValue) -> StepValue {
        switch value {
        case .scalar(let values): .scalar(values.map { -$0 })
        case .vector(let vector): .vector(vector.mapped { -$0 })
        case .string: value
        }
    }

    /// Counts values that are about to be held.
    mutating func hold(_ count: Int) throws(QueryError) {
        try budget.hold(count)
    }

    mutating func vector(
        _ expression: Expression,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        guard case .vector(let vector) = try evaluate(expression, steps) else {
            throw .evaluation(reason: "expected an instant vector")
        }
        return vector
    }

    mutating func scalar(_ expression: Expression, _ steps: Steps) throws(QueryError) -> [Double] {
        guard case .scalar(let values) = try evaluate(expression, steps) else {
            throw .evaluation(reason: "expected a scalar")
        }
        return values
    }

    func text(_ expression: Expression) throws(QueryError) -> StringLiteral {
        guard case .string(let literal) = expression.bare.kind else {
            throw .evaluation(reason: "expected a string")
        }
        return literal
    }

    func frame(_ shift: TimeShift, _ steps: Steps) -> Frame {
        let anchor: Int64? =
            switch shift.anchor {
            case .none: nil
            case .start: whole.start
            case .end: end
            case .time(let time): time
            }
        return Frame(steps: steps, offset: shift.offset, anchor: anchor)
    }
}
