/// `deriv` and `predict_linear`: a straight line through the samples by least squares.
struct RegressionOverTime: WindowFunction {
    /// Seconds from each step to the time that is predicted; nil for the slope.
    let ahead: [Double]?
    var isOfStep: Bool { ahead != nil }

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        guard window.count > 1 else { return .absent }
        let origin = ahead == nil ? times[window.low] : window.time
        let (slope, intercept) = Self.line(times, values, window, origin: origin)
        return ahead.map { slope * $0[window.step] + intercept } ?? slope
    }

    private static func line(
        _ times: Span<Int64>,
        _ values: Span<Double>,
        _ window: Window,
        origin: Int64
    ) -> (slope: Double, intercept: Double) {
        var sums = (x: KahanSum(), y: KahanSum(), xy: KahanSum(), xx: KahanSum())
        let first = values[window.low]
        var isConstant = true
        for index in window.low..<window.high {
            let x = Double(times[index] - origin) / 1000
            let y = values[index]
            if index > window.low, y != first { isConstant = false }
            sums.x.add(x)
            sums.y.add(y)
            sums.xy.add(x * y)
            sums.xx.add(x * x)
        }
        if isConstant { return first.isInfinite ? (.nan, .nan) : (0, first) }
        let count = Double(window.count)
        let x = sums.x.sum + sums.x.compensation
        let y = sums.y.sum + sums.y.compensation
        let covariance = sums.xy.sum + sums.xy.compensation - x * y / count
        let variance = sums.xx.sum + sums.xx.compensation - x * x / count
        let slope = covariance / variance
        return (slope, y / count - slope * x / count)
    }
}

/// `double_exponential_smoothing`, called `holt_winters` before Prometheus 3.
struct DoubleSmoothing: WindowFunction {
    /// One for each step, between 0 and 1.
    let smoothing: [Double]
    let trend: [Double]
    var isOfStep: Bool { true }

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        guard window.count > 1 else { return .absent }
        let smooth = smoothing[window.step]
        let trend = trend[window.step]
        var before = 0.0
        var level = values[window.low]
        var slope = values[window.low + 1] - level
        for index in (window.low + 1)..<window.high {
            if index > window.low + 1 {
                slope = trend * (level - before) + (1 - trend) * slope
            }
            let next = smooth * values[index] + (1 - smooth) * (level + slope)
            before = level
            level = next
        }
        return level
    }
}
