import Foundation

/// The dynamic optimised theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016,
/// "Models for optimising the theta method and their relationship to state space models").
///
/// The straight line is refitted with each value; smoothing and theta are searched, the first level
/// follows from them by least squares. A gap is filled by the value before.
struct DynamicTheta: ForecastMember {
    private(set) var alpha = 0.5
    private(set) var theta = 2.0
    private(set) var level = 0.0

    var name: String { "dynamic theta" }

    /// The least squares line through all values so far, and their mean.
    private struct Line {
        var mean = 0.0
        var intercept = 0.0
        var slope = 0.0
        var time = 0.0

        mutating func learn(_ value: Double) {
            time += 1
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
        let course = Course(values, known)
        let found = NelderMead(from: [0.3, 0.5], steps: [0.3, -0.3], limit: 60) { point in
            let (alpha, theta) = Self.parameters(point)
            return course.loss(alpha, theta).squares
        }
        (alpha, theta) = Self.parameters(found.best)
        level = course.loss(alpha, theta).level
        return found.value.isFinite
    }

    mutating func refit(_ series: ForecastSeries) -> Bool {
        level = Course(series.adjusted, series.known).loss(alpha, theta).level
        return level.isFinite
    }

    /// Smoothing in 0.01…0.99 and theta in 1…10, of which 1 is smoothing alone; searched is
    /// 1 − 1/theta.
    private static func parameters(_ point: UnsafePointer<Double>) -> (Double, Double) {
        (min(max(point[0], 0.01), 0.99), 1 / (1 - min(max(point[1], 0), 0.9)))
    }

    /// The values with the line before each, which do not depend on the parameters.
    private struct Course {
        private var values: [Double]
        private var intercepts: [Double]
        private var slopes: [Double]

        init(_ raw: [Double], _ known: Int) {
            values = ForecastSeries.filled(Array(raw.prefix(known)), period: 1)
            intercepts = values
            slopes = values
            var line = Line()
            for index in values.indices {
                (intercepts[index], slopes[index]) = (line.intercept, line.slope)
                line.learn(values[index])
            }
        }

        /// The squared errors but the first with the best first level.
        func loss(_ alpha: Double, _ theta: Double) -> (squares: Double, level: Double) {
            let share = 1 - 1 / theta
            let kept = 1 - alpha
            let inverse = share / alpha
            var (square, product, unit, level, left) = (0.0, 0.0, 0.0, 0.0, 1.0)
            for index in values.indices {
                let line =
                    share * left * intercepts[index]
                    + inverse * (1 - left * kept) * slopes[index]
                let error = values[index] - level - line
                if index > 0 {
                    square += error * error
                    product += error * left
                    unit += left * left
                }
                level += alpha * (values[index] - level)
                left *= kept
            }
            let best = unit > 0 ? product / unit : 0
            return (square - best * product, best)
        }
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        let values = ForecastSeries.filled(series.adjusted, period: 1)
        let share = 1 - 1 / theta
        var (level, left, line, next) = (level, 1.0, Line(), 0)
        for index in 0..<origins.count {
            while next < origins.origin(index) {
                level += alpha * (values[next] - level)
                left *= 1 - alpha
                line.learn(values[next])
                next += 1
            }
            var (ahead, rest, future) = (level, left, line)
            for step in 0..<origins.horizon {
                let drift = (1 - rest * (1 - alpha)) / alpha * future.slope
                let expected = ahead + share * (rest * future.intercept + drift)
                paths[index * origins.horizon + step] = expected
                ahead += alpha * (expected - ahead)
                rest *= 1 - alpha
                future.learn(expected)
            }
        }
        series.addSeason(origins, to: paths)
    }
}
