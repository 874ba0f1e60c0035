internal import D8SModel

/// What becomes of columns in an answer.
extension Evaluator {
    /// The value at the only step.
    mutating func instant(_ expression: Expression) throws(QueryError) -> QueryValue {
        switch expression.bare.kind {
        case .range(let selector, let range): return .matrix(try samples(selector, range))
        case .subquery(let subquery): return .matrix(try samples(subquery))
        default: break
        }
        let time = whole.start
        switch try evaluate(expression, whole) {
        case .scalar(let values): return .scalar(time: time, value: values.first ?? .nan)
        case .string(let literal): return .string(time: time, value: literal.repaired)
        case .vector(let vector):
            return .vector(
                try vector.cleaned().inOrder.compactMap { column in
                    column.values.first.map {
                        InstantSample(series: column.series, time: time, value: $0)
                    }
                }
            )
        }
    }

    /// The values at all steps.
    mutating func matrix(_ expression: Expression) throws(QueryError) -> QueryValue {
        switch try evaluate(expression, whole) {
        case .scalar(let values):
            let times = (0..<whole.count).map { whole.time($0) }
            let series = Series(metric: "")
            return .matrix([RangeSeries(series: series, times: times, values: values)])
        case .string: return .matrix([])
        case .vector(let vector): return .matrix(try Self.series(vector, whole, isOrdered: false))
        }
    }

    private static func series(
        _ vector: StepVector,
        _ steps: Steps,
        isOrdered: Bool
    ) throws(QueryError) -> [RangeSeries] {
        var cleaned = try vector.cleaned()
        cleaned.isOrdered = isOrdered
        let all = (0..<steps.count).map(steps.time)
        return cleaned.inOrder.map { column in
            let isWhole = !column.values.contains(where: \.isAbsent)
            let (times, values) = isWhole ? (all, column.values) : present(column, steps)
            return RangeSeries(series: column.series, times: times, values: values)
        }
    }

    /// The raw samples of `up[5m]` at an instant.
    private mutating func samples(
        _ selector: VectorSelector,
        _ range: Int64
    ) throws(QueryError) -> [RangeSeries] {
        let windows = windows(selector.time, range, whole)
        var result: [RangeSeries] = []
        let budget = budget
        var count = 0
        try forEachSeries(selector.matchers, from: windows.floor(0) + 1, to: windows.frame.first) {
            series,
            times,
            values throws(QueryError) in
            count += times.count
            try budget.check(count)
            let kept = zip(times, values).filter { !$0.1.isStaleMarker }
            guard !kept.isEmpty else { return }
            result.append(
                RangeSeries(series: series, times: kept.map(\.0), values: kept.map(\.1))
            )
        }
        return result
    }

    private mutating func samples(_ subquery: Subquery) throws(QueryError) -> [RangeSeries] {
        let windows = windows(subquery.time, subquery.range, whole)
        guard let steps = try inner(subquery, windows) else { return [] }
        return try Self.series(
            try vector(subquery.expression, steps),
            steps,
            isOrdered: false
        )
    }
}

extension StepVector {
    /// The columns in their own order if it counts, else by the bytes of their labels.
    fileprivate var inOrder: [StepColumn] {
        isOrdered ? columns : columns.sorted { $0.series < $1.series }
    }
}
