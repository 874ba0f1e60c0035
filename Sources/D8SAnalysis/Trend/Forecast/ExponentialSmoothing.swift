import Foundation

/// One exponential smoothing model, fitted by maximum likelihood.
///
/// The smoothing parameters are searched; the first level and slope follow from them by least
/// squares without a season, and from the first values with one; the first seasonal terms are those
/// of the classical decomposition.
struct ExponentialSmoothing: ForecastMember {
    let form: SmoothingForm
    /// 1 without a season.
    let period: Int
    var weights = SmoothingWeights(alpha: 0.5)
    /// The state before the first value.
    var start = SmoothingState(level: 0, slope: 0, seasonal: [0])
    /// −2 times the log likelihood as R has it; infinity before a fit.
    var deviance = Double.infinity
    /// Values it was fitted to.
    var count = 0

    /// The most values that parameters are searched over: the last ones.
    static let window = 600

    init(_ form: SmoothingForm, period: Int) {
        self.form = form
        self.period = form.season == .none ? 1 : period
    }

    /// A model with given parameters.
    init(_ form: SmoothingForm, weights: SmoothingWeights, start: SmoothingState) {
        self.form = form
        self.weights = weights
        self.start = start
        period = start.seasonal.count
    }

    var name: String { "ETS(\(form.name))" }

    /// Akaike's criterion for small samples; infinity where there are too few values for it.
    var criterion: Double {
        let size = Double(form.parameters(period: period))
        let left = Double(count) - size - 1
        guard left > 0 else { return .infinity }
        return deviance + 2 * size + 2 * size * (size + 1) / left
    }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        fit(form.season == .none ? series.adjusted : series.values, series.known)
    }

    mutating func refit(_ series: ForecastSeries) -> Bool {
        fit(
            form.season == .none ? series.adjusted : series.values,
            series.known,
            keepsWeights: true
        )
    }

    /// The errors of the model over the first `count` values.
    func errors(_ values: [Double], _ count: Int) -> SmoothingState.Errors {
        var state = start
        var errors = SmoothingState.Errors()
        values.withUnsafeBufferPointer { state.walk($0, to: count, weights, form, into: &errors) }
        return errors
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        guard form.season == .none else { return roll(series.values, origins, into: paths) }
        roll(adjusted: series, origins, into: paths)
        series.addSeason(origins, to: paths)
    }

    /// Rolls over the series without its season, and leaves it without.
    func roll(
        adjusted series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        roll(series.adjusted, origins, into: paths)
    }

    private func roll(
        _ values: [Double],
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        var state = start
        var errors = SmoothingState.Errors()
        values.withUnsafeBufferPointer { values in
            for index in 0..<origins.count {
                state.walk(values, to: origins.origin(index), weights, form, into: &errors)
                let place = index * origins.horizon
                let path = UnsafeMutableBufferPointer(
                    rebasing: paths[place..<place + origins.horizon]
                )
                state.path(weights, form, into: path)
            }
        }
    }

    /// The variance of each step ahead in units of that of one step, for additive errors
    /// (Hyndman and others 2008, table 6.1), without that of the season.
    func growth(horizon: Int) -> [Double]? {
        var variance = 1.0
        var damping = 0.0
        var power = 1.0
        return (0..<horizon).map { step in
            defer {
                power *= weights.phi
                damping += power
                let weight = weights.alpha + weights.beta * damping
                variance += weight * weight
            }
            return variance
        }
    }
}
