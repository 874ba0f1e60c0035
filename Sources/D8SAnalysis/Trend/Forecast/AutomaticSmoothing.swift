/// The exponential smoothing model with the least AICc (Hyndman, Koehler, Snyder & Grose 2002).
///
/// The trend is chosen with additive errors, then whether errors grow with the level.
struct AutomaticSmoothing: ForecastMember {
    /// The season that the model itself smooths; 1: none, the season is taken away before.
    let period: Int
    private(set) var model: ExponentialSmoothing?

    init(period: Int) { self.period = period }

    var name: String { model?.name ?? "ETS" }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        model = nil
        let season = season(series)
        let first = season == .multiplicative
        for trend in [SmoothingForm.Trend.none, .additive, .damped] {
            consider(SmoothingForm(isRelative: first, trend: trend, season: season), series)
        }
        if !first, series.isPositive, let trend = model?.form.trend {
            consider(SmoothingForm(isRelative: true, trend: trend, season: season), series)
        }
        return model != nil
    }

    mutating func refit(_ series: ForecastSeries) -> Bool { model?.refit(series) ?? false }

    private mutating func consider(_ form: SmoothingForm, _ series: ForecastSeries) {
        var candidate = ExponentialSmoothing(form, period: period)
        guard candidate.fit(series) else { return }
        if candidate.criterion < model?.criterion ?? .infinity { model = candidate }
    }

    /// The kind of season that decomposition found.
    private func season(_ series: ForecastSeries) -> SmoothingForm.Season {
        guard period > 1 else { return .none }
        let isMultiplied = series.isPositive && series.season?.isMultiplicative == true
        return isMultiplied ? .multiplicative : .additive
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
