/// `sum_over_time`.
struct SumOverTime: WindowFunction {
    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        let range = window.low..<window.high
        if let sum = KahanSum.finite(0, values, range) { return sum.total }
        var sum = KahanSum()
        for index in range { sum.add(values[index]) }
        return sum.total
    }
}

/// `avg_over_time`.
struct AverageOverTime: WindowFunction {
    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        let rest = (window.low + 1)..<window.high
        if let sum = KahanSum.finite(values[window.low], values, rest) {
            let count = Double(window.count)
            return sum.sum / count + sum.compensation / count
        }
        var mean = KahanMean(values[window.low])
        for index in rest { mean.add(values[index]) }
        return mean.value
    }
}

/// `stddev_over_time` and `stdvar_over_time`, by Welford's method.
struct VarianceOverTime: WindowFunction {
    let isDeviation: Bool

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        var count = 0.0
        var mean = KahanSum()
        var squares = KahanSum()
        for index in window.low..<window.high {
            count += 1
            let value = values[index]
            let delta = value - (mean.sum + mean.compensation)
            mean.add(delta / count)
            squares.add(delta * (value - (mean.sum + mean.compensation)))
        }
        let variance = (squares.sum + squares.compensation) / count
        return isDeviation ? variance.squareRoot() : variance
    }
}

/// `count_over_time`, and 1 for `present_over_time`.
struct CountOverTime: WindowFunction {
    let isPresence: Bool

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        isPresence ? 1 : Double(window.count)
    }
}

/// `first_over_time`, `last_over_time`, and the times of these samples.
struct EndOverTime: WindowFunction {
    let isLast: Bool
    let wantsTime: Bool

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        let index = isLast ? window.high - 1 : window.low
        return wantsTime ? Double(times[index]) / 1000 : values[index]
    }
}
