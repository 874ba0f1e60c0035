/// Takes lone spikes out of a series, so that they are not taken for levels.
///
/// A value further from the median of itself and its two neighbours on each side than 3.5 robust
/// standard deviations of the steps is brought back to that distance (Hampel 1974). A level of
/// three points or more stays.
enum Despiking {
    /// The values must hold no NaN.
    static func clean(_ values: [Double]) -> [Double] {
        guard values.count >= 5, let noise = noise(values), noise > 0 else { return values }
        var result = values
        for index in values.indices {
            let first = min(max(0, index - 2), values.count - 5)
            let median = medianOfFive(values, first)
            let limit = reach * noise
            result[index] = min(max(values[index], median - limit), median + limit)
        }
        return result
    }

    private static let reach = 3.5

    /// The standard deviation of the noise from the median step: for white noise a step has twice
    /// its variance, and a shift is one step among many.
    static func noise(_ values: [Double]) -> Double? {
        guard values.count >= 3 else { return nil }
        let steps = zip(values, values.dropFirst()).map { abs($1 - $0) }
        guard let median = Quantile.median(of: steps) else { return nil }
        return 1.4826 * median / 2.0.squareRoot()
    }

    private static func medianOfFive(_ values: [Double], _ first: Int) -> Double {
        let (a, b) = (values[first], values[first + 1])
        let (c, d, e) = (values[first + 2], values[first + 3], values[first + 4])
        let low = max(min(a, b), min(c, d))
        let high = min(max(a, b), max(c, d))
        return max(min(low, high), min(max(low, high), e))
    }
}
