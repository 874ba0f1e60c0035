/// Quantiles as Prometheus interpolates them.
enum Quantile {
    /// The quantile of sorted numbers, NaN first.
    ///
    /// NaN without numbers or for a NaN; infinite for a quantile outside 0 to 1.
    static func value(_ quantile: Double, sorted: [Double]) -> Double {
        guard !sorted.isEmpty, !quantile.isNaN else { return .nan }
        if quantile < 0 { return -.infinity }
        if quantile > 1 { return .infinity }
        let rank = quantile * Double(sorted.count - 1)
        let lower = max(0, Int(rank.rounded(.down)))
        let upper = min(sorted.count - 1, lower + 1)
        let weight = rank - rank.rounded(.down)
        return sorted[lower] * (1 - weight) + sorted[upper] * weight
    }

    static func isBefore(_ left: Double, _ right: Double) -> Bool {
        left.isNaN ? !right.isNaN : left < right
    }

    static func value(_ quantile: Double, of numbers: [Double]) -> Double {
        value(quantile, sorted: numbers.sorted(by: isBefore))
    }
}

/// `quantile_over_time`.
struct QuantileOverTime: WindowFunction {
    /// One for each step.
    let quantiles: [Double]
    var isOfStep: Bool { true }

    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        Quantile.value(quantiles[window.step], of: numbers(values, window))
    }
}

/// `mad_over_time`: the median of the distances from the median.
struct DeviationFromMedian: WindowFunction {
    func value(_ times: Span<Int64>, _ values: Span<Double>, _ window: Window) -> Double {
        let all = numbers(values, window)
        if all.contains(where: \.isNaN) { return .nan }
        let median = Quantile.value(0.5, of: all)
        return Quantile.value(0.5, of: all.map { ($0 - median).magnitude })
    }
}

extension WindowFunction {
    fileprivate func numbers(_ values: Span<Double>, _ window: Window) -> [Double] {
        (window.low..<window.high).map { values[$0] }
    }
}
