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
    private(set) var weights = SmoothingWeights(alpha: 0.5)
    /// The state before the first value.
    private(set) var start = SmoothingState(level: 0, slope: 0, seasonal: [0])
    /// −2 times the log likelihood as R has it; infinity before a fit.
    private(set) var deviance = Double.infinity
    /// Values it was fitted to.
    private(set) var count = 0

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

extension ExponentialSmoothing {
    mutating func fit(_ values: [Double], _ count: Int) -> Bool {
        let present = values.prefix(count).lazy.filter { !$0.isNaN }.count
        guard present > form.parameters(period: period) + 1 else { return false }
        self.count = present
        if form.season == .none {
            fitPlain(values, count)
        } else {
            guard
                let season = SeasonalTerms(
                    classic: values,
                    count,
                    period: period,
                    isMultiplicative: form.season == .multiplicative
                )
            else { return false }
            fitSeasonal(values, count, season)
        }
        return deviance.isFinite
    }

    /// Parameters from a point of the search, brought within the limits of R.
    private func point(_ point: UnsafePointer<Double>) -> SmoothingWeights {
        func limited(_ index: Int, _ low: Double, _ high: Double) -> Double {
            min(max(point[index], low), high)
        }
        var weights = SmoothingWeights(alpha: limited(0, 1e-4, 0.9999))
        var next = 1
        if form.trend != .none {
            weights.beta = weights.alpha * limited(next, 1e-4, 0.9999)
            next += 1
        }
        if form.trend == .damped {
            weights.phi = limited(next, 0.8, 0.98)
            next += 1
        }
        if form.season != .none {
            weights.gamma = (1 - weights.alpha) * limited(next, 1e-4, 0.9999)
        }
        return weights
    }

    private func search(_ deviance: (SmoothingWeights) -> Double) -> (SmoothingWeights, Double) {
        var first = [0.3]
        var steps = [0.3]
        if form.trend != .none {
            first.append(0.1)
            steps.append(0.15)
        }
        if form.trend == .damped {
            first.append(0.95)
            steps.append(-0.05)
        }
        if form.season != .none {
            first.append(0.1)
            steps.append(0.15)
        }
        let found = NelderMead(from: first, steps: steps, limit: 30 * first.count + 10) { point in
            deviance(self.point(point))
        }
        return (point(found.best), found.value)
    }

    private mutating func fitPlain(_ values: [Double], _ count: Int) {
        var response = SmoothingResponse(count: count)
        let form = form
        let found = values.withUnsafeBufferPointer { values in
            search { response.deviance(values, count, $0, form) }
        }
        (weights, deviance) = found
        let first = values.withUnsafeBufferPointer {
            response.start($0, count, weights, form.trend != .none)
        }
        start = SmoothingState(level: first.level, slope: first.slope, seasonal: [0])
    }

    private mutating func fitSeasonal(_ values: [Double], _ count: Int, _ season: SeasonalTerms) {
        let (level, slope) = season.beginning(values, count, hasSlope: form.trend != .none)
        let first = SmoothingState(level: level, slope: slope, seasonal: season.terms)
        var state = first
        let form = form
        let found = values.withUnsafeBufferPointer { values in
            search { weights in
                (state.level, state.slope, state.time) = (level, slope, 0)
                for phase in state.seasonal.indices {
                    state.seasonal[phase] = first.seasonal[phase]
                }
                var errors = SmoothingState.Errors()
                state.walk(values, to: count, weights, form, into: &errors)
                return errors.deviance
            }
        }
        (weights, deviance) = found
        start = first
    }
}
