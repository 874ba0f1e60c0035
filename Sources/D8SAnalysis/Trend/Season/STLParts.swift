/// What ``STL`` finds; the remainder is what is left of the series.
package struct STLParts: Hashable, Sendable {
    package internal(set) var season: [Double]
    package internal(set) var trend: [Double]
    /// 1 for values that were trusted, 0 for those that were not used; all 1 if not robust.
    package internal(set) var weights: [Double]

    init(count: Int) {
        season = [Double](repeating: 0, count: count)
        trend = season
        weights = [Double](repeating: 1, count: count)
    }

    /// Bisquare weights of the remainder at six times its median (routine `rwts`).
    mutating func reweigh(_ series: [Double]) {
        for index in weights.indices {
            weights[index] = abs(series[index] - season[index] - trend[index])
        }
        var sizes = weights
        let middle = sizes.withUnsafeMutableBufferPointer { values in
            let (low, high) = ((values.count - 1) / 2, values.count / 2)
            Selection.place(low, in: values)
            let first = values[low]
            Selection.place(high, in: values)
            return first + values[high]
        }
        let limit = 3 * middle
        for index in weights.indices {
            let size = weights[index]
            let ratio = size / limit
            let inside = 1 - ratio * ratio
            let isTrusted = limit == 0 || size <= 0.001 * limit
            weights[index] = isTrusted ? 1 : size <= 0.999 * limit ? inside * inside : 0
        }
    }
}
