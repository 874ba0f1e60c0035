/// The test of Kwiatkowski, Phillips, Schmidt & Shin (1992) for a level that stays.
enum Stationarity {
    /// Whether a constant level is rejected at 5 %: the statistic is above 0.463.
    static func isRejected(_ values: [Double]) -> Bool { statistic(values) > 0.463 }

    /// The statistic with Bartlett weights over ⌊3·√n/13⌋ lags, as R's `tseries::kpss.test` has
    /// them by default; 0 for a constant.
    static func statistic(_ values: [Double]) -> Double {
        let count = values.count
        guard count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(count)
        var (sum, squares, variance) = (0.0, 0.0, 0.0)
        for value in values {
            sum += value - mean
            squares += sum * sum
            variance += (value - mean) * (value - mean)
        }
        let lags = Int(3 * Double(count).squareRoot() / 13)
        for lag in 1...max(1, lags) where lag <= lags {
            var product = 0.0
            for index in lag..<count {
                product += (values[index] - mean) * (values[index - lag] - mean)
            }
            variance += 2 * (1 - Double(lag) / Double(lags + 1)) * product
        }
        guard variance > 0 else { return 0 }
        return squares / (variance * Double(count))
    }
}
