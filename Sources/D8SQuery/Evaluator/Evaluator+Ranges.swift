internal import D8SModel

extension Evaluator {
    /// Applies a function to the samples behind each step, for each series of a selector with a
    /// range or of a subquery.
    mutating func overRange(
        _ argument: Expression,
        _ function: any WindowFunction,
        rollup: RollupUse,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        switch argument.bare.kind {
        case .range(let selector, let range):
            let windows = windows(selector.time, range, steps)
            let from = windows.frame.first - range
            if let source = try rollups(from, range: range) {
                return try overRollups(selector, function, windows, rollup, source)
            }
            return try overSamples(selector, function, windows)
        case .subquery(let subquery): return try overSubquery(subquery, function, steps)
        default: throw .evaluation(reason: "expected a range vector")
        }
    }

    mutating func overSamples(
        _ selector: VectorSelector,
        _ function: any WindowFunction,
        _ windows: Windows
    ) throws(QueryError) -> StepVector {
        let pass = SamplePass(function, windows, isOfRange: true, budget: budget)
        return try run(pass, of: selector.matchers).vector
    }

    private mutating func overSubquery(
        _ subquery: Subquery,
        _ function: any WindowFunction,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let windows = windows(subquery.time, subquery.range, steps)
        guard let inner = try self.inner(subquery, windows) else { return StepVector() }
        let vector = try vector(subquery.expression, inner)
        var result = StepVector()
        for column in vector.columns {
            let (times, values) = Self.present(column, inner)
            var function = function
            guard let answer = function.column(times[...], values[...], windows) else { continue }
            result.columns.append(StepColumn(column.series, dropsName: true, answer))
        }
        return result
    }

    func windows(_ shift: TimeShift, _ range: Int64, _ steps: Steps) -> Windows {
        Windows(
            frame: frame(shift, steps),
            range: range,
            isPrometheus2: settings.isPrometheus2
        )
    }

    /// The steps of a subquery: multiples of its step within the windows; nil if there are none.
    func inner(_ subquery: Subquery, _ windows: Windows) throws(QueryError) -> Steps? {
        let step = subquery.step ?? settings.subqueryStep
        let from = windows.floor(0)
        var start = from / step * step
        if start <= from { start += step }
        guard start <= windows.frame.last else { return nil }
        let count = Int((windows.frame.last - start) / step) + 1
        try budget.check(count)
        return Steps(start: start, step: step, count: count)
    }

    /// The values of a column that are there, with their times.
    static func present(_ column: StepColumn, _ steps: Steps) -> ([Int64], [Double]) {
        var times: [Int64] = []
        var values: [Double] = []
        times.reserveCapacity(column.values.count)
        values.reserveCapacity(column.values.count)
        for (step, value) in column.values.enumerated() where !value.isAbsent {
            times.append(steps.time(step))
            values.append(value)
        }
        return (times, values)
    }
}
