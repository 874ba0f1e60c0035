/// Tests of several series at once: the phases of a season, or places.
extension MannKendall {
    /// Each phase of the season against itself, so that the season is no trend (Hirsch, Slack &
    /// Smith 1982; Hirsch & Slack 1984).
    package static func seasonal(_ series: [Double], period: Int) -> MannKendall? {
        regional(phases(series, period))
    }

    /// Several series that have a trend in common (Helsel & Frans 2006, "Regional Kendall Test for
    /// Trend"); each may have gaps of its own.
    package static func regional(_ columns: [[Double]]) -> MannKendall? {
        let scores = columns.map { KendallScore($0.filter(\.isFinite)) }
        let pairs = scores.reduce(0) { $0 + $1.pairs }
        guard pairs > 0 else { return nil }
        return MannKendall(
            count: scores.reduce(0) { $0 + $1.count },
            score: Double(scores.reduce(0) { $0 + $1.score }),
            variance: scores.reduce(0) { $0 + $1.variance },
            pairs: Double(pairs)
        )
    }

    /// The seasonal test with the dependence between the phases accounted for (Hirsch & Slack 1984,
    /// "A Nonparametric Trend Test for Seasonal Data with Serial Dependence").
    ///
    /// A season with a gap is left out. It wants ten seasons or more.
    package static func correlatedSeasonal(_ series: [Double], period: Int) -> MannKendall? {
        correlated(phases(series, period))
    }

    /// Several series that have a trend in common and depend on each other (Libiseller & Grimvall
    /// 2002); times at which one of them has a gap are left out.
    package static func correlated(_ columns: [[Double]]) -> MannKendall? {
        let columns = complete(columns)
        guard let count = columns.first?.count, count > 1 else { return nil }
        var variance = 0.0
        for (index, column) in columns.enumerated() {
            variance += KendallPairs(column, column).covariance
            for other in columns[..<index] {
                variance += 2 * KendallPairs(column, other).covariance
            }
        }
        return MannKendall(
            count: count * columns.count,
            score: Double(columns.reduce(0) { $0 + KendallScore($1).score }),
            variance: variance,
            pairs: Double(columns.count * (count * (count - 1) / 2)),
            isContinuous: true
        )
    }

    /// The trend of a series beyond that of another one which it follows, as load explains latency
    /// (Libiseller & Grimvall 2002, "Performance of Partial Mann–Kendall Tests").
    package static func partial(_ series: [Double], beyond other: [Double]) -> MannKendall? {
        let columns = complete([series, other])
        guard columns.count == 2, columns[0].count > 1 else { return nil }
        let n = Double(columns[0].count)
        let variance = n * (n - 1) * (2 * n + 5) / 18
        let share = KendallPairs(columns[0], columns[1]).covariance / variance
        let score = Double(KendallScore(columns[0]).score)
        let explained = share * Double(KendallScore(columns[1]).score)
        return MannKendall(
            count: columns[0].count,
            partial: score - explained,
            whole: score,
            variance: (1 - share * share) * variance
        )
    }

    private init(count: Int, partial: Double, whole: Double, variance: Double) {
        self.count = count
        self.variance = variance
        score = partial
        tau = whole / Double(count * (count - 1) / 2)
        z = variance > 0 ? partial / variance.squareRoot() : 0
    }

    /// One column for each phase of the season, filled up with gaps.
    private static func phases(_ series: [Double], _ period: Int) -> [[Double]] {
        let period = max(1, min(period, max(1, series.count)))
        let rows = (series.count + period - 1) / period
        return (0..<period).map { phase in
            (0..<rows).map { row in
                let index = row * period + phase
                return index < series.count ? series[index] : .nan
            }
        }
    }

    /// The rows in which no column has a gap.
    private static func complete(_ columns: [[Double]]) -> [[Double]] {
        let rows = columns.map(\.count).min() ?? 0
        let kept = (0..<rows).filter { row in columns.allSatisfy { $0[row].isFinite } }
        return columns.map { column in kept.map { column[$0] } }
    }
}
