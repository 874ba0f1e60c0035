package import D8SModel

/// The slope of a series that outliers do not move: the median of the slopes between all pairs of
/// points (Theil 1950; Sen 1968, "Estimates of the Regression Coefficient Based on Kendall's Tau").
package struct SenSlope: Hashable, Sendable {
    /// Per step; per whole season for `seasonal`.
    package let slope: Double
    /// The value at step 0 of the line through the medians (Conover 1980).
    package let intercept: Double
    /// Where the slope lies with 95 % confidence, if the deviations are independent or `variance`
    /// accounts for their dependence.
    package let interval: Interval
    /// How many values were not gaps.
    package let count: Int

    /// The slope of a series at equal steps; nil with fewer than two values that are not gaps.
    ///
    /// `variance` is that of Kendall's score if it is not that of independent values, as from
    /// ``MannKendall/hamedRao(_:slope:lags:)``.
    package init?(_ series: [Double], variance: Double? = nil) {
        self.init(series, period: 1, variance: variance)
    }

    /// The median of the slopes within each phase of the season, per whole season (Hirsch, Slack &
    /// Smith 1982, "Techniques of Trend Analysis for Monthly Water Quality Data").
    package static func seasonal(
        _ series: [Double],
        period: Int,
        variance: Double? = nil
    ) -> SenSlope? {
        SenSlope(series, period: max(1, period), variance: variance)
    }

    /// The slope alone, which is cheaper; nil with fewer than two values.
    package static func median(_ series: [Double], period: Int = 1) -> Double? {
        let points = SlopePoints(series, period: period)
        guard points.pairs > 0 else { return nil }
        var selection = SlopeSelection(points)
        return median(&selection, points)
    }

    private static func median(_ selection: inout SlopeSelection, _ points: SlopePoints) -> Double?
    {
        let middle = ((points.pairs - 1) / 2)...(points.pairs / 2)
        guard let (one, two) = selection.slopes(at: middle) else { return nil }
        return one == two ? one : (one + two) / 2
    }

    private init?(_ series: [Double], period: Int, variance: Double?) {
        let points = SlopePoints(series, period: period)
        guard points.pairs > 0 else { return nil }
        var selection = SlopeSelection(points)
        guard let slope = Self.median(&selection, points) else { return nil }
        self.slope = slope
        let variance = variance ?? KendallScore.variance(points)
        let ends = Self.ranks(variance, points.pairs)
        guard let low = selection.slopes(at: ends.low...ends.low),
            let high = selection.slopes(at: ends.high...ends.high)
        else { return nil }
        interval = Interval(low: low.0, high: high.0)
        count = points.exact.count
        let times = series.indices.filter { series[$0].isFinite }
        let time = Double(times[(times.count - 1) / 2] + times[times.count / 2]) / 2
        let level = Quantile.median(of: points.exact) ?? 0
        intercept = level - time / Double(period) * slope
    }

    /// Ranks from 0 of the ends of the interval, as SciPy's `theilslopes` takes them.
    private static func ranks(_ variance: Double, _ pairs: Int) -> (low: Int, high: Int) {
        let reach = Normal.z95 * max(0, variance).squareRoot()
        let reached = reach.isFinite ? min(reach, Double(pairs)) : Double(pairs)
        let low = ((Double(pairs) - reached) / 2).rounded(.toNearestOrEven)
        let high = ((Double(pairs) + reached) / 2).rounded(.toNearestOrEven)
        return (max(0, Int(low) - 1), min(pairs - 1, Int(high)))
    }
}
