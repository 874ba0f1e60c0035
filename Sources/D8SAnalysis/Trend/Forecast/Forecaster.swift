/// Forecasts a series by a combination of methods, each weighted by how well it forecast values
/// that it had not seen.
///
/// The parts are the (seasonal) naive forecast, the theta method and its dynamic form, exponential
/// smoothing by AICc, autoregressions, and for nested seasons double seasonal smoothing. The last
/// third of the history is held out for the weights and the intervals; the parts are then fitted
/// to all of it.
package struct Forecaster: Sendable {
    /// The longest horizon.
    static let furthest = 5_000

    private let history: ForecastHistory
    private let horizon: Int
    private let bounds: ForecastBounds
    private let notes: [String]

    /// A series at its natural step, NaN for a gap.
    ///
    /// `seasons` are the periods in steps that it may have (24 and 168 for hours); those that the
    /// values do not show are not used. `horizon` is the number of steps to forecast, 1…5000.
    package init(
        values: [Double],
        seasons: [Int] = [],
        horizon: Int,
        bounds: ForecastBounds = .none
    ) {
        history = ForecastHistory(values, seasons: seasons)
        self.horizon = max(1, min(horizon, Self.furthest))
        self.bounds = bounds
        notes =
            horizon == self.horizon ? [] : ["the horizon was limited to \(self.horizon) steps"]
    }

    /// The forecast; nil with under two values, of which nothing can be said.
    package func forecast() -> Forecast? {
        guard history.present >= 2 else { return nil }
        if !history.isConstant, let combined = combined() { return combined }
        let naive = NaiveForecast(history, horizon: reach)
        var reasons = notes + history.notes
        if history.isConstant {
            reasons.append("all values are equal")
        } else {
            reasons.append("too few values to hold some out: the last value is carried on")
        }
        return forecast(naive.mean, naive.spread, method: "naive", season: [], reasons)
    }

    /// Steps to forecast with those that gaps at the end take.
    private var reach: Int { horizon + history.behind }

    private func combined() -> Forecast? {
        guard let origins = HeldOut.origins(history, horizon: reach) else { return nil }
        let count = history.values.count
        let known = ForecastSeries(history.values, seasons: history.seasons, known: origins.first)
        var combination = Combination(ForecastMembers.all(history), known, origins)
        guard !combination.parts.isEmpty else { return nil }
        let whole = ForecastSeries(history.values, seasons: history.seasons, known: count)
        combination.refit(whole)
        guard let mean = combination.path(whole, .end(count, horizon: reach)),
            let spread = ForecastSpread(
                combination.errors,
                origins,
                growth: combination.growth(horizon: reach)
            )
        else { return nil }
        let season = whole.season == nil ? [] : history.seasons
        return forecast(
            mean,
            spread,
            method: combination.description,
            season: season,
            notes + history.notes
        )
    }

    private func forecast(
        _ mean: [Double],
        _ spread: ForecastSpread,
        method: String,
        season: [Int],
        _ notes: [String]
    ) -> Forecast {
        let asked = min(history.behind, mean.count - 1)..<mean.count
        func line(_ sign: Double, _ half: [Double]) -> [Double] {
            asked.map { step in
                let value = (mean[step] + sign * half[step]) * history.unit
                let most = Double.greatestFiniteMagnitude
                return bounds.clamp(min(max(value, -most), most))
            }
        }
        return Forecast(
            mean: line(0, spread.half80),
            lower80: line(-1, spread.half80),
            upper80: line(1, spread.half80),
            lower95: line(-1, spread.half95),
            upper95: line(1, spread.half95),
            method: method,
            season: season,
            n: history.present,
            notes: notes
        )
    }
}
