import Foundation

/// Level, slope and seasonal terms of an exponential smoothing model as it walks over a series.
struct SmoothingState: Sendable {
    var level: Double
    var slope: Double
    /// One term per phase of the season, that of step t at t mod period; one zero (or one, where
    /// it multiplies) without a season.
    var seasonal: [Double]
    /// Steps walked.
    var time = 0

    /// The errors so far.
    struct Errors: Sendable {
        var squares = 0.0
        /// The sum of the logarithms of the predictions, for relative errors.
        var logarithms = 0.0
        var count = 0
        /// A prediction was not above zero where it must be.
        var isBroken = false

        /// −2 times the log likelihood without constants, as R's `ets` has it: n·ln Σe², and
        /// 2·Σ ln|ŷ| more for relative errors.
        var deviance: Double {
            guard !isBroken, count > 0, squares.isFinite else { return .infinity }
            return Double(count) * log(max(squares, 1e-300)) + 2 * logarithms
        }
    }

    /// Walks on to step `end`; a gap leaves the state to its own course.
    mutating func walk(
        _ values: UnsafeBufferPointer<Double>,
        to end: Int,
        _ weights: SmoothingWeights,
        _ form: SmoothingForm,
        into errors: inout Errors
    ) {
        let end = min(end, values.count)
        let period = seasonal.count
        guard time < end, period > 0 else { return }
        var phase = time % period
        var (level, slope, squares, logs) = (level, slope, 0.0, 1.0)
        let isMultiplied = form.season == .multiplicative
        seasonal.withUnsafeMutableBufferPointer { seasonal in
            for index in time..<end {
                let base = level + weights.phi * slope
                let season = seasonal[phase]
                let expected = isMultiplied ? base * season : base + season
                let value = values[index]
                var error = value - expected
                if error.isNaN { error = 0 } else { errors.count += 1 }
                if form.needsPositive, expected <= 0 { errors.isBroken = true }
                let inLevel = isMultiplied ? error / season : error
                level = base + weights.alpha * inLevel
                slope = weights.phi * slope + weights.beta * inLevel
                if weights.gamma > 0 {
                    seasonal[phase] = season + weights.gamma * (isMultiplied ? error / base : error)
                }
                phase = phase + 1 == period ? 0 : phase + 1
                guard form.isRelative, !value.isNaN else {
                    squares += error * error
                    continue
                }
                let relative = error / expected
                squares += relative * relative
                logs *= abs(expected)
                if logs > 1e200 || logs < 1e-200 {
                    errors.logarithms += log(logs)
                    logs = 1
                }
            }
        }
        errors.squares += squares
        errors.logarithms += log(logs)
        (self.level, self.slope, time) = (level, slope, end)
    }

    /// The predictions of the steps ahead.
    func path(
        _ weights: SmoothingWeights,
        _ form: SmoothingForm,
        into path: UnsafeMutableBufferPointer<Double>
    ) {
        let period = seasonal.count
        var phase = time % period
        var slope = slope
        var base = level
        for step in path.indices {
            slope *= weights.phi
            base += slope
            let season = seasonal[phase]
            path[step] = form.season == .multiplicative ? base * season : base + season
            phase = phase + 1 == period ? 0 : phase + 1
        }
    }
}
