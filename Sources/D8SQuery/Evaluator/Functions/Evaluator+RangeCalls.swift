internal import D8SModel

extension Evaluator {
    /// A call of a function of a range vector.
    mutating func callRange(
        _ call: FunctionCall,
        _ range: Expression,
        _ place: Range<Int>,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let name = call.function.name
        var vector: StepVector
        if let read = try read(of: call, steps) {
            let pass = try pass(of: read)
            noteGauges(pass.metrics, of: call)
            vector = pass.vector
        } else {
            let function = try windowFunction(call, range, steps)
            vector = try overRange(range, function, rollup: RollupUse.of(name), steps)
            let named = vector.columns.lazy.map(\.series).filter(\.hasName)
            noteGauges(Set(named.map(\.metric)), of: call)
        }
        switch name {
        case "absent_over_time": return Self.absent(vector, range, steps)
        case "last_over_time", "first_over_time":
            for column in vector.columns.indices { vector.columns[column].dropsName = false }
        case "quantile_over_time":
            if !vector.columns.isEmpty {
                let quantiles = try number(call, 0, steps)
                warnOfQuantiles(quantiles, at: call.arguments[0].place)
            }
        default: break
        }
        return vector
    }

    private mutating func windowFunction(
        _ call: FunctionCall,
        _ range: Expression,
        _ steps: Steps
    ) throws(QueryError) -> any WindowFunction {
        switch call.function.name {
        case "predict_linear": return RegressionOverTime(ahead: try number(call, 1, steps))
        case "quantile_over_time": return QuantileOverTime(quantiles: try number(call, 0, steps))
        case "double_exponential_smoothing", "holt_winters":
            let smoothing = try factor(call, 1, "smoothing", steps)
            return DoubleSmoothing(
                smoothing: smoothing,
                trend: try factor(call, 2, "trend", steps)
            )
        default:
            return try WindowFunctions.named(call.function.name, range: Self.length(of: range))
        }
    }

    private static func length(of range: Expression) -> Int64 {
        switch range.bare.kind {
        case .range(_, let length): length
        case .subquery(let subquery): subquery.range
        default: 1
        }
    }

    private mutating func factor(
        _ call: FunctionCall,
        _ position: Int,
        _ word: String,
        _ steps: Steps
    ) throws(QueryError) -> [Double] {
        let values = try number(call, position, steps)
        guard let wrong = values.first(where: { !($0 > 0 && $0 < 1) }) else { return values }
        throw .evaluation(
            reason: "invalid \(word) factor. Expected: 0 < \(word.prefix(1))f < 1, "
                + "got: \(NumberText.shortest(wrong))"
        )
    }

    /// Notes rates of what is not named like a counter.
    mutating func noteGauges(_ metrics: Set<String>, of call: FunctionCall) {
        guard ["rate", "increase"].contains(call.function.name),
            let place = call.arguments.first?.place
        else { return }
        let endings = ["_total", "_sum", "_count", "_bucket"]
        for name in metrics where !endings.contains(where: name.hasSuffix) {
            notes.inform(
                "metric might not be a counter, name does not end in "
                    + "_total/_sum/_count/_bucket: \(StringLiteral(name).quoted)",
                at: place
            )
        }
    }
}

/// Functions of the samples of a range that need nothing else.
enum WindowFunctions {
    /// The function of this name; `range` is its time in milliseconds.
    static func named(_ name: String, range: Int64) throws(QueryError) -> any WindowFunction {
        switch name {
        case "rate": return RateFunction(isCounter: true, perSecondOf: range)
        case "increase": return RateFunction(isCounter: true)
        case "delta": return RateFunction(isCounter: false)
        case "irate": return LastDifference(isRate: true)
        case "idelta": return LastDifference(isRate: false)
        case "changes": return ChangeCount(isOfResets: false)
        case "resets": return ChangeCount(isOfResets: true)
        case "deriv": return RegressionOverTime(ahead: nil)
        case "sum_over_time": return SumOverTime()
        case "avg_over_time": return AverageOverTime()
        case "count_over_time": return CountOverTime(isPresence: false)
        case "present_over_time", "absent_over_time": return CountOverTime(isPresence: true)
        case "stddev_over_time": return VarianceOverTime(isDeviation: true)
        case "stdvar_over_time": return VarianceOverTime(isDeviation: false)
        case "mad_over_time": return DeviationFromMedian()
        default: return try ofEnds(name)
        }
    }

    private static func ofEnds(_ name: String) throws(QueryError) -> any WindowFunction {
        switch name {
        case "min_over_time": return ExtremeOverTime(isMaximum: false)
        case "max_over_time": return ExtremeOverTime(isMaximum: true)
        case "first_over_time": return EndOverTime(isLast: false, wantsTime: false)
        case "last_over_time": return EndOverTime(isLast: true, wantsTime: false)
        case "ts_of_first_over_time": return EndOverTime(isLast: false, wantsTime: true)
        case "ts_of_last_over_time": return EndOverTime(isLast: true, wantsTime: true)
        case "ts_of_min_over_time": return TimeOfExtreme(isMaximum: false)
        case "ts_of_max_over_time": return TimeOfExtreme(isMaximum: true)
        default: throw .evaluation(reason: "the function \(name) is not known")
        }
    }
}
