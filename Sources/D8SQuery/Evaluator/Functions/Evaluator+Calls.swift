internal import D8SModel

extension Evaluator {
    mutating func call(
        _ call: FunctionCall,
        _ place: Range<Int>,
        _ steps: Steps
    ) throws(QueryError) -> StepValue {
        let name = call.function.name
        switch name {
        case "time": return .scalar((0..<steps.count).map { Double(steps.time($0)) / 1000 })
        case "max_of", "min_of":
            let pick = name == "max_of" ? Self.larger : Self.smaller
            return .scalar(
                zip(try number(call, 0, steps), try number(call, 1, steps)).map { pick($0, $1) }
            )
        case "scalar": return .scalar(Self.single(try argument(call, 0, steps), steps.count))
        case "vector":
            let values = try number(call, 0, steps)
            return .vector(StepVector(columns: [StepColumn(Series(metric: ""), values)]))
        default: break
        }
        if let constant = constant(name) {
            return .scalar(Array(repeating: constant, count: steps.count))
        }
        if let range = call.arguments.first(where: { $0.type == .matrix }) {
            return .vector(try callRange(call, range, place, steps))
        }
        if let function = MathFunctions.named(name) {
            return .vector(try argument(call, 0, steps).mapped(function))
        }
        return .vector(try callVector(call, name, steps))
    }

    /// What is the same at all steps of a query.
    private func constant(_ name: String) -> Double? {
        switch name {
        case "pi": .pi
        case "start": Double(whole.start) / 1000
        case "end": Double(end) / 1000
        case "range": Double(end - whole.start) / 1000
        case "step": Double(whole.step) / 1000
        default: nil
        }
    }

    private mutating func callVector(
        _ call: FunctionCall,
        _ name: String,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        switch name {
        case "absent": return try absent(call.arguments[0], steps)
        case "clamp", "clamp_min", "clamp_max": return try clamp(call, steps)
        case "round": return try round(call, steps)
        case "timestamp": return try timestamp(call, steps)
        case "sort", "sort_desc": return try sorted(call, steps, isDescending: name != "sort")
        case "sort_by_label", "sort_by_label_desc":
            return try sortedByLabel(call, steps, isDescending: name != "sort_by_label")
        case "label_replace": return try labelReplace(call, steps)
        case "label_join": return try labelJoin(call, steps)
        case "histogram_quantile", "histogram_quantiles", "histogram_fraction":
            return try histogram(call, steps)
        case "histogram_avg", "histogram_count", "histogram_stddev", "histogram_stdvar",
            "histogram_sum":
            _ = try argument(call, 0, steps)
            return StepVector()
        default: return try date(call, name, steps)
        }
    }

    // MARK: Arguments

    mutating func argument(
        _ call: FunctionCall,
        _ number: Int,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        try vector(call.arguments[number], steps)
    }

    mutating func number(
        _ call: FunctionCall,
        _ number: Int,
        _ steps: Steps
    ) throws(QueryError) -> [Double] {
        try scalar(call.arguments[number], steps)
    }

    private static func single(_ vector: StepVector, _ count: Int) -> [Double] {
        (0..<count).map { step in
            let present = vector.columns.filter { !$0.values[step].isAbsent }
            return present.count == 1 ? present[0].values[step] : .nan
        }
    }
}
