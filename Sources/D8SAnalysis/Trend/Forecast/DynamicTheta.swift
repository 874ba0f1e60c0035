import Foundation

/// The dynamic optimised theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016,
/// "Models for optimising the theta method and their relationship to state space models").
///
/// The straight line is refitted with each value; smoothing and theta are searched, the first level
/// follows from them by least squares.
struct DynamicTheta: ForecastMember {
    private(set) var alpha = 0.5
    private(set) var theta = 2.0
    private(set) var level = 0.0

    var name: String { "dynamic theta" }

    /// Level, mean and line as of a step.
    private struct State {
        var level: Double
        var mean = 0.0
        var intercept = 0.0
        var slope = 0.0
        /// (1 − alpha) to the power of the steps walked.
        var left = 1.0
        var time = 0.0

        func expected(_ alpha: Double, _ theta: Double) -> Double {
            level + (1 - 1 / theta) * (left * intercept + (1 - left * (1 - alpha)) / alpha * slope)
        }

        mutating func learn(_ value: Double, _ alpha: Double) {
            time += 1
            level += alpha * (value - level)
            left *= 1 - alpha
            let old = mean
            mean += (value - mean) / time
            slope = time < 2 ? 0 : ((time - 2) * slope + 6 * (value - old) / time) / (time + 1)
            intercept = mean - slope * (time + 1) / 2
        }
    }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        fit(series.adjusted, series.known)
    }

    mutating func fit(_ values: [Double], _ known: Int) -> Bool {
        guard known > 4 else { return false }
        let found = values.withUnsafeBufferPointer { values in
            NelderMead(from: [0.3, 0.5], steps: [0.3, -0.3], limit: 60) { point in
                let (alpha, theta) = Self.parameters(point)
                return Self.loss(values, known, alpha, theta).squares
            }
        }
        (alpha, theta) = Self.parameters(found.best)
        let best = values.withUnsafeBufferPointer { Self.loss($0, known, alpha, theta) }
        level = best.level
        return best.squares.isFinite
    }

    /// Smoothing in 0.01…0.99 and theta in 1…10, of which 1 is smoothing alone; searched is
    /// 1 − 1/theta.
    private static func parameters(_ point: UnsafePointer<Double>) -> (Double, Double) {
        (min(max(point[0], 0.01), 0.99), 1 / (1 - min(max(point[1], 0), 0.9)))
    }

    /// The squared errors with the best first level.
    private static func loss(
        _ values: UnsafeBufferPointer<Double>,
        _ known: Int,
        _ alpha: Double,
        _ theta: Double
    ) -> (squares: Double, level: Double) {
        var state = State(level: 0)
        var (square, product, unit, own) = (0.0, 0.0, 0.0, 0.0)
        var weight = 1.0
        for index in 0..<known {
            let expected = state.expected(alpha, theta)
            let value = values[index]
            let error = value - expected
            if !error.isNaN, index > 0 {
                square += error * error
                product += error * weight
                unit += weight * weight
            }
            own = value.isNaN ? expected : value
            state.learn(own, alpha)
            weight *= 1 - alpha
        }
        let level = unit > 0 ? product / unit : 0
        return (square - level * product, level)
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        var state = State(level: level)
        var next = 0
        for index in 0..<origins.count {
            let origin = origins.origin(index)
            while next < origin {
                let value = series.adjusted[next]
                state.learn(value.isNaN ? state.expected(alpha, theta) : value, alpha)
                next += 1
            }
            var ahead = state
            for step in 0..<origins.horizon {
                let expected = ahead.expected(alpha, theta)
                paths[index * origins.horizon + step] = expected
                ahead.learn(expected, alpha)
            }
        }
        series.addSeason(origins, to: paths)
    }
}
