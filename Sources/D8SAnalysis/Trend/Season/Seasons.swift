/// A series taken apart into a trend, one part for each of its seasons, and a remainder (Bandara,
/// Hyndman & Bergmeir 2021, "MSTL: A Seasonal-Trend Decomposition Algorithm for Time Series with
/// Multiple Seasonal Patterns").
///
/// Without gaps the numbers are those of R's `mstl` with every point fitted. Made once for a length,
/// it takes any number of series apart.
package struct Seasons: Sendable {
    /// The seasons that the length allows, ascending: those with two whole ones or more, as in R.
    package let periods: [Int]
    /// Points of the series.
    package let count: Int
    private let steps: [STL]

    /// Without a period the trend is all there is.
    ///
    /// Without robustness the seasonal fits are means over 11, 15, 19 … seasons from the shortest
    /// period on, in 2 rounds, as in R; `settings` may change that.
    package init(
        count: Int,
        periods: [Int],
        isRobust: Bool = false,
        settings change: (inout STLSettings) -> Void = { _ in }
    ) {
        self.count = count
        let usable = Set(periods.filter { $0 > 1 && $0 <= (count - 1) / 2 }).sorted()
        steps = usable.enumerated().compactMap { place, period in
            var settings = STLSettings(
                period: period,
                seasonal: 11 + 4 * place,
                isRobust: isRobust
            )
            if !isRobust { settings.inner = 2 }
            settings.seasonalDegree = 0
            change(&settings)
            return STL(count: count, settings)
        }
        self.periods = usable
    }

    /// The parts; gaps stay gaps in the remainder and in every other part.
    ///
    /// Nil if the length differs or fewer than half of the values are there, and without a usable
    /// period. Within, gaps are filled from the values of the same phase (see ``PhaseMedians``).
    package func decompose(_ series: [Double]) -> SeasonalParts? {
        guard series.count == count, let longest = periods.last else { return nil }
        let gaps = series.indices.filter { !series[$0].isFinite }
        guard 2 * gaps.count <= count else { return nil }
        var filled = series
        if !gaps.isEmpty {
            guard let rough = PhaseMedians(series, periods: periods) else { return nil }
            for index in gaps { filled[index] = rough.expected[index] }
        }
        guard var parts = split(filled, longest: longest) else { return nil }
        for index in gaps { parts.clear(index) }
        return parts
    }

    private func split(_ series: [Double], longest: Int) -> SeasonalParts? {
        var parts = SeasonalParts(periods: periods, count: count)
        var rest = series
        for _ in 0..<(steps.count > 1 ? 2 : 1) {
            for (place, step) in steps.enumerated() {
                for index in rest.indices { rest[index] += parts.seasons[place][index] }
                guard let found = step.decompose(rest) else { return nil }
                for index in rest.indices { rest[index] -= found.season[index] }
                parts.seasons[place] = found.season
                parts.trend = found.trend
                parts.weights = found.weights
            }
        }
        for index in rest.indices { parts.remainder[index] = rest[index] - parts.trend[index] }
        return parts
    }
}
