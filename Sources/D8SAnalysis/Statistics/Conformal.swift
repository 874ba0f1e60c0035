package import D8SModel

/// Probabilities and intervals that hold whatever the distribution is, if the next value is
/// exchangeable with those seen (Vovk, Gammerman & Shafer 2005, *Algorithmic Learning in a Random
/// World*; Laxhammar 2014).
package enum Conformal {
    /// Probability of a score as odd as this, or odder: the share of the scores, this one among
    /// them, that are as high.
    ///
    /// It is never below 1 / (count + 1).
    /// `scores` ascending and without NaN; a score that is NaN gives 1.
    package static func probability(_ score: Double, among scores: [Double]) -> Double {
        guard !score.isNaN else { return 1 }
        return Double(scores.count - below(score, scores) + 1) / Double(scores.count + 1)
    }

    /// How far from the forecast the next value lies at most with this confidence; nil if there are
    /// too few residuals to say (19 for 95 %).
    ///
    /// `sizes` are absolute residuals, ascending (split conformal: Lei, G'Sell, Rinaldo, Tibshirani
    /// & Wasserman 2018).
    package static func radius(_ sizes: [Double], confidence: Double) -> Double? {
        guard confidence > 0, confidence < 1 else { return nil }
        let rank = (Double(sizes.count + 1) * confidence * (1 - 0x1p-50)).rounded(.up)
        guard rank >= 1, rank <= Double(sizes.count) else { return nil }
        return sizes[Int(rank) - 1]
    }

    /// Where the next value lies relative to the forecast, each side on its own, so that skewed
    /// residuals give a skewed interval; nil if there are too few (39 for 95 %).
    ///
    /// `residuals` are value less forecast, ascending.
    package static func interval(_ residuals: [Double], confidence: Double = 0.95) -> Interval? {
        guard confidence > 0, confidence < 1 else { return nil }
        let side = 1 - (1 - confidence) / 2
        let rank = (Double(residuals.count + 1) * side * (1 - 0x1p-50)).rounded(.up)
        guard rank >= 1, rank <= Double(residuals.count) else { return nil }
        let high = Int(rank) - 1
        return Interval(
            low: residuals[residuals.count - 1 - high],
            high: residuals[high],
            confidence: confidence
        )
    }

    /// How many scores are below this one.
    private static func below(_ score: Double, _ sorted: [Double]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < score { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
