package import D8SModel

/// Says of a series how odd its points are, where its level shifted, where it creeps, and what
/// comes next.
package struct TrendAnalysis: Sendable {
    /// The longest horizon.
    package static let furthest = 5_000
    /// Steps that are forecast where nobody says how many and there is no season.
    private static let usualHorizon = 14

    private let season: SeasonChoice
    private let horizon: Int?
    private let direction: Harm
    private let bounds: ForecastBounds
    private let isOnline: Bool

    /// - Parameters:
    ///   - season: What repeats.
    ///   - horizon: Steps to forecast; 0 for none, nil for two of the shortest season.
    ///   - direction: Which way is harm; what goes the other way is not odd.
    ///   - bounds: What the values cannot pass.
    ///   - isOnline: Whether each point is scored by what was known before it only.
    package init(
        season: SeasonChoice = .auto,
        horizon: Int? = nil,
        direction: Harm = .both,
        bounds: ForecastBounds = .none,
        isOnline: Bool = false
    ) {
        self.season = season
        self.horizon = horizon
        self.direction = direction
        self.bounds = bounds
        self.isOnline = isOnline
    }

    package func report(_ grid: SeriesGrid) -> TrendReport {
        let seasons = seasons(of: grid)
        // Only the scores may not know what comes later.
        let found = isOnline && season == .auto ? self.found(in: grid) : seasons
        let forecast = forecast(of: grid, found)
        return TrendReport(
            points: points(of: grid, seasons),
            changePoints: changes(of: grid, found),
            trend: slope(of: grid, found),
            forecast: forecast,
            forecastTimes: (forecast?.mean.indices).map { steps in
                steps.map { grid.time(grid.values.count + $0) }
            } ?? [],
            step: grid.step,
            season: seasons,
            method: isOnline
                ? "each point by those before it: level, change, spread and season, combined"
                : "robust seasonal residuals, conformal with a generalized Pareto tail",
            n: grid.values.count(where: \.isFinite),
            notes: grid.notes + notes(on: grid)
        )
    }

    /// What is known before a value comes cannot depend on the values: the usual season of the step.
    private func seasons(of grid: SeriesGrid) -> [Int] {
        switch season {
        case .none: []
        case .steps(let period): [period]
        case .day: [grid.step.daily].compactMap(\.self)
        case .week: [grid.step.weekly].compactMap(\.self)
        case .auto where isOnline: Array(grid.step.usualSeasons.prefix(1))
        case .auto: found(in: grid)
        }
    }

    /// Those of its step, else, where that is none of hours, any other.
    private func found(in grid: SeriesGrid) -> [Int] {
        let usual = SeasonDetection.periods(grid.values, candidates: grid.step.usualSeasons)
        guard usual.isEmpty, grid.step.daily == nil else { return usual }
        return SeasonDetection.rows(grid.values).map { [$0] } ?? []
    }

    /// What was asked for and is not possible.
    private func notes(on grid: SeriesGrid) -> [String] {
        switch season {
        case .day where grid.step.daily == nil: ["a day is no whole number of steps: no season"]
        case .week where grid.step.weekly == nil: ["a week is no whole number of steps: no season"]
        default: []
        }
    }

    private func points(of grid: SeriesGrid, _ seasons: [Int]) -> [TrendReport.Point] {
        let scores =
            isOnline
            ? OnlineAnomaly.scores(grid.values, season: seasons.first)
            : SeriesAnomalies(grid.values, seasons: seasons).points
        return zip(grid.times, grid.places).map { time, place in
            let value = grid.values[place]
            let score = scores[place]
            let isHarm = isHarmful(value, expected: score.expected)
            return TrendReport.Point(
                time: Instant(milliseconds: time),
                value: value.isFinite ? value : nil,
                expected: score.expected,
                lower: score.lower,
                upper: score.upper,
                score: isHarm ? score.score : 0,
                p: isHarm ? score.p : score.p.map { _ in 1 }
            )
        }
    }

    private func isHarmful(_ value: Double, expected: Double?) -> Bool {
        guard let expected else { return true }
        return switch direction {
        case .both: true
        case .up: value >= expected
        case .down: value <= expected
        }
    }

    /// Without the seasons; of the spread only what nobody could overlook.
    private func changes(of grid: SeriesGrid, _ seasons: [Int]) -> [TrendReport.ChangePoint] {
        let values = SeasonFree.values(grid.values, periods: seasons)
        let shifts = Shifts.find(values, rules: ShiftRules(spread: true, ranks: true))
        return shifts.filter { $0.kind != .spread || $0.p <= Self.clearSpread }.map { shift in
            TrendReport.ChangePoint(
                time: grid.rowTime(shift.index),
                kind: shift.kind,
                before: shift.before,
                after: shift.after,
                effect: shift.effect,
                p: shift.p,
                interval: shift.interval
            )
        }
    }

    private static let clearSpread = 1e-6

    /// Without the seasons, which must not look like a trend, and without the dependence of each
    /// value on the one before, which would (see `MannKendall.preWhitened(_:)`).
    private func slope(of grid: SeriesGrid, _ seasons: [Int]) -> TrendReport.Slope? {
        let values = PhaseMedians.adjusted(grid.values, periods: seasons)
        guard let test = MannKendall.preWhitened(values),
            let corrected = MannKendall.hamedRao(values),
            let slope = SenSlope(values, variance: corrected.variance)
        else { return nil }
        let days = grid.step.days ?? 1
        return TrendReport.Slope(
            method: "Sen's slope; pre-whitened test of Mann and Kendall",
            perDay: slope.slope / days,
            interval: Interval(low: slope.interval.low / days, high: slope.interval.high / days),
            p: test.p
        )
    }

    /// Its forecasts from several instants of its past, held against what came; nil if it is too
    /// short for one.
    package func backtest(_ grid: SeriesGrid) -> ForecastBacktest? {
        ForecastBacktest(
            values: grid.values,
            seasons: ForecastSeasons.of(grid, season),
            horizon: steps(seasons(of: grid)),
            bounds: bounds
        )
    }

    private func steps(_ seasons: [Int]) -> Int {
        horizon ?? seasons.first.map { 2 * $0 } ?? Self.usualHorizon
    }

    private func forecast(of grid: SeriesGrid, _ seasons: [Int]) -> Forecast? {
        let steps = steps(seasons)
        guard steps > 0 else { return nil }
        return Forecaster(
            values: grid.values,
            seasons: ForecastSeasons.of(grid, season),
            horizon: steps,
            bounds: bounds
        ).forecast()
    }
}
