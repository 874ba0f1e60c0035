/// Exponential smoothing with a season within a season and autocorrelated errors (Taylor 2003,
/// "Short-term electricity demand forecasting using double seasonal exponential smoothing"), on
/// logarithms where the season multiplies.
struct DoubleSeason: ForecastMember {
    private let inner: Int
    private let outer: Int
    private var weights = [0.1, 0.1, 0.1, 0.5]
    private var start = State()

    /// `inner` divides `outer`.
    init(inner: Int, outer: Int) {
        self.inner = inner
        self.outer = outer
    }

    var name: String { "double season \(inner), \(outer)" }

    /// Level, both seasons and the last error as of a step.
    private struct State {
        var level = 0.0
        var short: [Double] = []
        var long: [Double] = []
        var error = 0.0
        var time = 0

        /// Walks on and returns the sum of squared errors.
        mutating func walk(
            _ values: UnsafeBufferPointer<Double>,
            to end: Int,
            _ weights: UnsafePointer<Double>
        ) -> Double {
            var squares = 0.0
            let (alpha, delta, omega, phi) = (weights[0], weights[1], weights[2], weights[3])
            var (first, second) = (time % short.count, time % long.count)
            let (inner, outer) = (short.count, long.count)
            var (level, last) = (level, error)
            short.withUnsafeMutableBufferPointer { short in
                long.withUnsafeMutableBufferPointer { long in
                    for index in time..<end {
                        let error = values[index] - level - short[first] - long[second]
                        let news = error - phi * last
                        squares += news * news
                        level += alpha * news
                        short[first] += delta * news
                        long[second] += omega * news
                        last = error
                        first = first + 1 == inner ? 0 : first + 1
                        second = second + 1 == outer ? 0 : second + 1
                    }
                }
            }
            (self.level, self.error, time) = (level, last, end)
            return squares
        }
    }

    mutating func fit(_ series: ForecastSeries) -> Bool {
        guard refit(series) else { return false }
        let first = start
        var state = first
        let found = series.scaled.withUnsafeBufferPointer { values in
            NelderMead(
                from: [0.1, 0.1, 0.1, 0.7],
                steps: [0.1, 0.1, 0.1, 0.2],
                limit: 80,
                tolerance: 1e-5
            ) { point in
                guard Self.isUsual(point) else { return .infinity }
                (state.level, state.error, state.time) = (first.level, 0, 0)
                for phase in first.short.indices { state.short[phase] = first.short[phase] }
                for phase in first.long.indices { state.long[phase] = first.long[phase] }
                return state.walk(values, to: series.known, point)
            }
        }
        weights = found.best
        return found.value.isFinite
    }

    /// Starts from the season of all known values and the mean of the first long season.
    mutating func refit(_ series: ForecastSeries) -> Bool {
        guard series.known >= 2 * outer, let season = series.season, season.period == outer else {
            return false
        }
        start = State()
        start.long = season.logarithmic
        start.short = Array(repeating: 0, count: inner)
        for phase in start.long.indices { start.short[phase % inner] += start.long[phase] }
        for phase in start.short.indices { start.short[phase] *= Double(inner) / Double(outer) }
        for phase in start.long.indices { start.long[phase] -= start.short[phase % inner] }
        for index in 0..<outer {
            start.level +=
                series.scaled[index] - start.short[index % inner] - start.long[index]
        }
        start.level /= Double(outer)
        return true
    }

    private static func isUsual(_ point: UnsafePointer<Double>) -> Bool {
        (0..<3).allSatisfy { point[$0] >= 0 && point[$0] <= 0.9 }
            && point[0] + point[1] + point[2] <= 1 && point[3] >= -0.5 && point[3] <= 0.98
    }

    func roll(
        _ series: ForecastSeries,
        _ origins: Origins,
        into paths: UnsafeMutableBufferPointer<Double>
    ) {
        var state = start
        series.scaled.withUnsafeBufferPointer { values in
            for index in 0..<origins.count {
                let origin = origins.origin(index)
                _ = state.walk(values, to: origin, weights)
                var error = state.error
                for step in 0..<origins.horizon {
                    error *= weights[3]
                    let time = origin + step
                    paths[index * origins.horizon + step] =
                        state.level + state.short[time % inner] + state.long[time % outer] + error
                }
            }
        }
        series.unscale(paths)
    }
}
