/// Whether a season is worth having.
enum SeasonGain {
    /// The share of the squared deviations from the level that the means of the phases take away in
    /// a cycle that is left out of them; below 0 if they add to it.
    ///
    /// Seasons found before are taken out first. Deviations beyond five robust standard deviations
    /// count as such.
    static func of(_ series: [Double], period: Int, without shorter: [Int]) -> Double {
        var rest = deviations(series, period)
        for found in shorter where found < period { subtract(found, &rest) }
        guard let scale = RobustScale.medianDeviation(rest), scale > 0 else { return 0 }
        rest = rest.map { max(-5 * scale, min(5 * scale, $0)) }
        let whole = rest.reduce(0) { $0 + $1 * $1 }
        var left = 0.0
        for phase in 0..<period {
            let indexes = stride(from: phase, to: rest.count, by: period)
            let sum = indexes.reduce(0) { $0 + rest[$1] }
            let count = Double((rest.count - phase - 1) / period + 1)
            for index in indexes {
                let others = (sum - rest[index]) / max(1, count - 1)
                left += (rest[index] - others) * (rest[index] - others)
            }
        }
        return whole > 0 ? 1 - left / whole : 0
    }

    /// The series less its mean over the season around each value, or the nearest whole season.
    private static func deviations(_ series: [Double], _ period: Int) -> [Double] {
        var means = series
        MovingMean.of(series, series.count, window: period, into: &means)
        let last = series.count - period
        return series.indices.map { index in
            series[index] - means[max(0, min(last, index - period / 2))]
        }
    }

    private static func subtract(_ period: Int, _ rest: inout [Double]) {
        for phase in 0..<period {
            let indexes = stride(from: phase, to: rest.count, by: period)
            let values = indexes.map { rest[$0] }
            let median = Quantile.median(of: values) ?? 0
            for index in indexes { rest[index] -= median }
        }
    }
}
