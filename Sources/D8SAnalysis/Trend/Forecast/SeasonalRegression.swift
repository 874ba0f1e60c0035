/// A least squares regression on the last values and those of a season before: an autoregression
/// with gaps, on logarithms where the season multiplies.
struct SeasonalRegression: ForecastMember {
    private var lags: [Int] = []
    private var coefficients: [Double] = []
    private var constant = 0.0
    private var low = -Double.infinity
    private var high = Double.infinity

    var name: String { "seasonal regression" }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        lags = [1, 2, 3]
        for period in series.seasons { lags += [period, period + 1] }
        lags = Array(Set(lags)).sorted()
        guard let longest = lags.last, series.known - longest >= max(20, 4 * lags.count) else {
            return false
        }
        let values = series.scaled
        var sum = 0.0
        (low, high) = (Double.infinity, -Double.infinity)
        for index in 0..<series.known {
            sum += values[index]
            (low, high) = (min(low, values[index]), max(high, values[index]))
        }
        let mean = sum / Double(series.known)
        let range = high - low
        (low, high) = (low - range, high + range)
        let found = values.withUnsafeBufferPointer {
            LeastSquares(lags: lags, in: $0, series.known, mean: mean)?.coefficients
        }
        guard let found, found.allSatisfy(\.isFinite) else { return false }
        coefficients = found
        constant = mean * (1 - found.reduce(0, +))
        return true
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        let values = series.scaled
        let count = lags.count
        for index in 0..<origins.count {
            let origin = origins.origin(index)
            let place = index * origins.horizon
            for step in 0..<origins.horizon {
                var next = constant
                for term in 0..<count {
                    let back = step - lags[term]
                    next +=
                        coefficients[term]
                        * (back >= 0 ? paths[place + back] : values[origin + back])
                }
                paths[place + step] = min(max(next, low), high)
            }
        }
        series.unscale(paths)
    }
}
