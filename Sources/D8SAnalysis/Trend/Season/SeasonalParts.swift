/// A series taken apart; its value is the sum of trend, seasons and remainder.
///
/// All are NaN where the series has a gap.
package struct SeasonalParts: Hashable, Sendable {
    /// In steps, ascending.
    package let periods: [Int]
    package internal(set) var trend: [Double]
    /// One series for each period.
    package internal(set) var seasons: [[Double]]
    package internal(set) var remainder: [Double]
    /// How far each value was trusted, 0 … 1; all 1 if not robust.
    package internal(set) var weights: [Double]

    init(periods: [Int], count: Int) {
        self.periods = periods
        trend = [Double](repeating: 0, count: count)
        remainder = trend
        seasons = [[Double]](repeating: trend, count: periods.count)
        weights = [Double](repeating: 1, count: count)
    }

    /// What was to be expected at an index: trend and seasons.
    package func expected(_ index: Int) -> Double {
        seasons.reduce(trend[index]) { $0 + $1[index] }
    }

    /// How much of the variation is the season's, 0 … 1: 1 − var(remainder) / var(season and
    /// remainder), at least 0 (Wang, Smith & Hyndman 2006, "Characteristic-Based Clustering for Time
    /// Series Data"); 0 where nothing varies.
    package func strength(_ place: Int) -> Double {
        guard seasons.indices.contains(place) else { return 0 }
        let known = remainder.indices.filter { remainder[$0].isFinite }
        let rest = Self.variance(known.map { remainder[$0] })
        let both = Self.variance(known.map { remainder[$0] + seasons[place][$0] })
        return both > 0 ? max(0, 1 - rest / both) : 0
    }

    mutating func clear(_ index: Int) {
        trend[index] = .nan
        remainder[index] = .nan
        weights[index] = .nan
        for place in seasons.indices { seasons[place][index] = .nan }
    }

    private static func variance(_ values: [Double]) -> Double {
        guard values.count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return squares / Double(values.count - 1)
    }
}
