/// How a series is decomposed by ``STL``; the names of the original programme in brackets.
package struct STLSettings: Hashable, Sendable {
    /// Points in a season (np), at least 2.
    package var period: Int
    /// Window over the same phase of neighbouring seasons (ns), odd; larger than the number of
    /// seasons for a season that hardly changes.
    package var seasonal: Int
    /// Window of the trend in points (nt), odd.
    package var trend: Int
    /// Window of the low-pass filter in points (nl), odd.
    package var lowPass: Int
    /// 0 or 1: whether a fit is a mean or a line (isdeg, itdeg, ildeg).
    package var seasonalDegree = 1
    package var trendDegree = 1
    package var lowPassDegree = 1
    /// Every so manieth point is fitted (nsjump, ntjump, nljump); 1 is exact.
    package var seasonalJump = 1
    package var trendJump = 1
    package var lowPassJump = 1
    /// Rounds of season and trend (ni).
    package var inner = 5
    /// Rounds of robustness weights (no); 0 trusts every value.
    package var outer = 0

    /// What Cleveland and others advise, as statsmodels' `STL`; robust fits take 2 inner and 15
    /// outer rounds.
    package init(period: Int, seasonal: Int = 7, isRobust: Bool = false) {
        let period = max(2, min(period, 1 << 30))
        let seasonal = max(3, seasonal)
        self.period = period
        self.seasonal = seasonal
        let wide = 1.5 * Double(period) / (1 - 1.5 / Double(seasonal))
        trend = Int(wide.rounded(.up)) | 1
        lowPass = (period + 1) | 1
        if isRobust { (inner, outer) = (2, 15) }
    }
}
