/// The Theta method (Assimakopoulos & Nikolopoulos 2000) as simple exponential smoothing with half
/// the slope of the straight line as drift (Hyndman & Billah 2003).
struct Theta: ForecastMember {
    private var smoothing = ExponentialSmoothing(
        SmoothingForm(isRelative: false, trend: .none, season: .none),
        period: 1
    )
    /// Half the least squares slope per step.
    private var drift = 0.0
    private var known = 0

    var name: String { "theta" }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        known = series.known
        drift = StraightLine(series.adjusted, known).slope / 2
        return known > 3 && smoothing.fit(series.adjusted, known)
    }

    mutating func refit(_ series: ForecastSeries) -> Bool {
        known = series.known
        drift = StraightLine(series.adjusted, known).slope / 2
        return smoothing.fit(series.adjusted, known, keepsWeights: true)
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        smoothing.roll(adjusted: series, origins, into: paths)
        let alpha = smoothing.weights.alpha
        var left = 1.0
        for _ in 0..<known { left *= 1 - alpha }
        let lag = (1 - left) / alpha
        for index in 0..<origins.count {
            for step in 0..<origins.horizon {
                paths[index * origins.horizon + step] += drift * (Double(step) + lag)
            }
        }
        series.addSeason(origins, to: paths)
    }
}
