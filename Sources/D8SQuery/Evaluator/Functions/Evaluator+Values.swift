internal import D8SModel

/// Functions that change the values of a vector.
extension Evaluator {
    mutating func clamp(_ call: FunctionCall, _ steps: Steps) throws(QueryError) -> StepVector {
        let name = call.function.name
        var vector = try argument(call, 0, steps)
        let first = try number(call, 1, steps)
        let second = name == "clamp" ? try number(call, 2, steps) : first
        for column in vector.columns.indices {
            vector.columns[column].dropsName = true
            for step in 0..<steps.count where !vector.columns[column].values[step].isAbsent {
                let low = name == "clamp_max" ? -.infinity : first[step]
                let high = name == "clamp_min" ? .infinity : second[step]
                let value = vector.columns[column].values[step]
                vector.columns[column].values[step] =
                    high < low ? .absent : Self.larger(low, Self.smaller(high, value))
            }
        }
        vector.columns.removeAll(where: \.isEmpty)
        return vector
    }

    /// The larger of two, NaN if one is (Go's `math.Max`).
    static func larger(_ left: Double, _ right: Double) -> Double {
        left.isNaN || right.isNaN ? .nan : max(left, right)
    }

    static func smaller(_ left: Double, _ right: Double) -> Double {
        left.isNaN || right.isNaN ? .nan : min(left, right)
    }

    mutating func round(_ call: FunctionCall, _ steps: Steps) throws(QueryError) -> StepVector {
        var vector = try argument(call, 0, steps)
        let unit =
            call.arguments.count > 1
            ? try number(call, 1, steps) : Array(repeating: 1, count: steps.count)
        for column in vector.columns.indices {
            vector.columns[column].dropsName = true
            for step in 0..<steps.count where !vector.columns[column].values[step].isAbsent {
                let inverse = 1 / unit[step]
                let value = vector.columns[column].values[step] * inverse + 0.5
                vector.columns[column].values[step] = value.rounded(.down) / inverse
            }
        }
        return vector
    }

    /// The times of the samples of a selector; of anything else, that of the evaluation.
    mutating func timestamp(
        _ call: FunctionCall,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        if case .selector(let selector) = call.arguments[0].bare.kind {
            var vector = try select(selector, steps, wantsTimes: true)
            for column in vector.columns.indices { vector.columns[column].dropsName = true }
            return vector
        }
        var vector = try argument(call, 0, steps)
        for column in vector.columns.indices {
            vector.columns[column].dropsName = true
            for step in 0..<steps.count where !vector.columns[column].values[step].isAbsent {
                vector.columns[column].values[step] = Double(steps.time(step)) / 1000
            }
        }
        return vector
    }

    /// A part of the date of each value, or of the time of the evaluation.
    mutating func date(
        _ call: FunctionCall,
        _ name: String,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        guard let function = DateFunctions.named(name) else {
            throw .evaluation(reason: "the function \(name) is not known")
        }
        guard call.arguments.isEmpty else { return try argument(call, 0, steps).mapped(function) }
        let values = (0..<steps.count).map { step in
            function((Double(steps.time(step)) / 1000).rounded(.towardZero))
        }
        return StepVector(columns: [StepColumn(Series(metric: ""), values)])
    }

    /// 1 at the steps at which a vector has nothing.
    mutating func absent(
        _ argument: Expression,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let vector = try vector(argument, steps)
        return Self.absent(vector, argument, steps)
    }

    static func absent(
        _ vector: StepVector,
        _ argument: Expression,
        _ steps: Steps
    ) -> StepVector {
        let values = (0..<steps.count).map { step in
            vector.columns.contains { !$0.values[step].isAbsent } ? Double.absent : 1
        }
        let column = StepColumn(Series(metric: "", labels: labels(of: argument)), values)
        return StepVector(columns: column.isEmpty ? [] : [column])
    }

    /// The labels that a selector fixes, each asked for just once.
    private static func labels(of argument: Expression) -> [Label] {
        let matchers: [LabelMatcher]
        switch argument.bare.kind {
        case .selector(let selector), .range(let selector, _): matchers = selector.matchers
        default: return []
        }
        var labels: [String: String] = [:]
        var seen: Set<String> = []
        for matcher in matchers where matcher.label != "__name__" {
            if matcher.operator == .equal, seen.insert(matcher.label).inserted {
                labels[matcher.label] = matcher.value
            } else {
                labels[matcher.label] = nil
            }
        }
        return labels.map { Label($0.key, $0.value) }
    }
}
