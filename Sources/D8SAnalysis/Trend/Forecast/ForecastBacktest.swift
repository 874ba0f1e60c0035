/// How well a series was forecast so far: the forecaster is run anew at several instants of the
/// past, each time from what was known then, and held against what came.
package struct ForecastBacktest: Hashable, Sendable {
    /// Instants from which the past was forecast.
    package let origins: Int
    /// Values that were held against a forecast; gaps are none.
    package let n: Int
    /// Share of them within the 80 % interval, 0…1.
    package let coverage80: Double
    /// Share of them within the 95 % interval, 0…1.
    package let coverage95: Double
    /// Mean absolute error in the unit of the series.
    package let meanAbsoluteError: Double
    /// The error as a share of that of the (seasonal) naive forecast, 1 is as good as it; nil where
    /// that one was never wrong.
    package let relativeError: Double?
    /// Symmetric mean absolute percentage error, 0…200 (Makridakis 1993).
    package let symmetricError: Double

    /// Whether the intervals hold what they promise, and the forecast is no worse than the naive
    /// one: what fails here is not shown to anybody.
    ///
    /// Values of one window depend on each other: the promise is broken if the coverage is so far
    /// below it that it would be chance in under 1 of 40 cases with a value of its own per window.
    package var isCalibrated: Bool {
        let slack95 = 1.96 * (0.95 * 0.05 / Double(origins)).squareRoot()
        let slack80 = 1.96 * (0.8 * 0.2 / Double(origins)).squareRoot()
        return coverage95 >= 0.95 - slack95 && coverage80 >= 0.8 - slack80
            && (relativeError ?? 1) <= 1.05
    }

    /// Forecasts from at most `limit` instants of the second half of the history, one horizon
    /// apart; nil if not one horizon is left to be forecast.
    package init?(
        values: [Double],
        seasons: [Int] = [],
        horizon: Int,
        bounds: ForecastBounds = .none,
        limit: Int = 20
    ) {
        var tally = Tally(season: max(1, seasons.max() ?? 1))
        let horizon = max(1, horizon)
        var origin = values.count - horizon
        while origin >= max(2, values.count / 2), tally.origins < limit {
            let known = Array(values.prefix(origin))
            let forecast = Forecaster(
                values: known,
                seasons: seasons,
                horizon: horizon,
                bounds: bounds
            ).forecast()
            if let forecast { tally.add(forecast, known, values[origin..<origin + horizon]) }
            origin -= horizon
        }
        guard tally.n > 0 else { return nil }
        let count = Double(tally.n)
        (origins, n) = (tally.origins, tally.n)
        (coverage80, coverage95) = (tally.within80 / count, tally.within95 / count)
        meanAbsoluteError = tally.error / count
        relativeError = tally.naive > 0 ? tally.error / tally.naive : nil
        symmetricError = tally.symmetric / count
    }

    /// The sums.
    private struct Tally {
        let season: Int
        var origins = 0
        var n = 0
        var within80 = 0.0
        var within95 = 0.0
        var error = 0.0
        var naive = 0.0
        var symmetric = 0.0

        mutating func add(_ forecast: Forecast, _ known: [Double], _ truth: ArraySlice<Double>) {
            origins += 1
            let period = known.count >= season ? season : 1
            let filled = ForecastSeries.filled(
                known.map { $0.isFinite ? $0 : .nan },
                period: period
            )
            for (step, value) in truth.enumerated() where value.isFinite {
                let mean = forecast.mean[step]
                n += 1
                if forecast.lower80[step] <= value, value <= forecast.upper80[step] {
                    within80 += 1
                }
                if forecast.lower95[step] <= value, value <= forecast.upper95[step] {
                    within95 += 1
                }
                error += abs(value - mean)
                naive += abs(value - filled[filled.count - period + step % period])
                let size = abs(value) + abs(mean)
                if size > 0 { symmetric += 200 * abs(value - mean) / size }
            }
        }
    }
}
