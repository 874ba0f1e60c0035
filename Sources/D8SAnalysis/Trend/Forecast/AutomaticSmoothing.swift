/// The exponential smoothing model with the least AICc (Hyndman, Koehler, Snyder & Grose 2002).
struct AutomaticSmoothing: ForecastMember {
    /// The season that the model itself smooths; 1: none, the season is taken away before.
    let period: Int
    private(set) var model: ExponentialSmoothing?

    init(period: Int) { self.period = period }

    var name: String { model?.name ?? "ETS" }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        model = nil
        for form in forms(series) {
            var candidate = ExponentialSmoothing(form, period: period)
            guard candidate.fit(series) else { continue }
            if candidate.criterion < model?.criterion ?? .infinity { model = candidate }
        }
        return model != nil
    }

    /// All forms that R considers too, with the kind of season that decomposition found.
    private func forms(_ series: ForecastSeries) -> [SmoothingForm] {
        let isPositive = series.isPositive
        var season = SmoothingForm.Season.none
        if period > 1 {
            season =
                isPositive && series.season?.isMultiplicative == true ? .multiplicative : .additive
        }
        let errors = isPositive ? [false, true] : [false]
        return errors.flatMap { isRelative in
            [SmoothingForm.Trend.none, .additive, .damped].compactMap { trend in
                if season == .multiplicative, !isRelative { return nil }
                return SmoothingForm(isRelative: isRelative, trend: trend, season: season)
            }
        }
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        model?.roll(series, origins, into: paths)
    }

    func growth(horizon: Int) -> [Double]? { model?.growth(horizon: horizon) }
}
