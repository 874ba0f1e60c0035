import Foundation

/// Whether a series goes up or down (Mann 1945, "Nonparametric Tests Against Trend"; Kendall 1975).
///
/// Values that are not finite are gaps. The numbers are those of pyMannKendall (Hussain & Mahmud
/// 2019), which were checked against R's `modifiedmk`, `fume`, `rkt` and `trend`; where it says
/// NaN because nothing varies, the uncorrected variance stands here.
package struct MannKendall: Hashable, Sendable {
    /// How many values were compared.
    package let count: Int
    /// Pairs that rise less pairs that fall.
    package let score: Double
    /// Of the score without a trend, with the correction of the test.
    package let variance: Double
    /// The score in standard deviations; above 0 for a rise.
    package let z: Double
    /// Kendall's rank correlation with time, −1 … 1.
    package let tau: Double

    /// Probability of a score as far from 0 on either side, without a trend.
    package var p: Double { erfc(abs(z) / 2.0.squareRoot()) }
    /// Probability of a score as high, or higher, without a trend.
    package var pUp: Double { Normal.upperTail(z) }
    /// Probability of a score as low, or lower, without a trend.
    package var pDown: Double { Normal.upperTail(-z) }

    /// The test for independent values; nil with fewer than two.
    package init?(_ series: [Double]) {
        let values = series.filter(\.isFinite)
        guard values.count > 1 else { return nil }
        self.init(KendallScore(values))
    }

    /// With a correction factor of the variance.
    init(_ kendall: KendallScore, factor: Double = 1) {
        let corrected = kendall.variance * factor
        self.init(
            count: kendall.count,
            score: Double(kendall.score),
            variance: corrected.isFinite && corrected > 0 ? corrected : kendall.variance,
            pairs: Double(kendall.pairs)
        )
    }

    init(
        count: Int,
        score: Double,
        variance: Double,
        pairs: Double,
        isContinuous: Bool = false
    ) {
        self.count = count
        self.score = score
        self.variance = variance
        tau = pairs > 0 ? score / pairs : 0
        let step: Double = isContinuous || score == 0 ? 0 : score > 0 ? 1 : -1
        z = variance > 0 ? (score - step) / variance.squareRoot() : 0
    }
}
