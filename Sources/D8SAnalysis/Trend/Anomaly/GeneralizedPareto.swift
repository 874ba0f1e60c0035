import Foundation

/// The distribution of what lies beyond a high threshold (Pickands 1975, "Statistical Inference
/// Using Extreme Order Statistics").
///
/// With it a probability can be smaller than one in as many values as were seen. Fitted by
/// probability-weighted moments (Hosking & Wallis 1987, "Parameter and Quantile Estimation for the
/// Generalized Pareto Distribution", equations 14 and 15), which need no iteration.
struct GeneralizedPareto: Equatable, Sendable {
    /// Above 0 heavy-tailed, 0 exponential; never below 0, since no bound is known to be one.
    let shape: Double
    let scale: Double

    /// Fits excesses over a threshold, which are in ascending order.
    ///
    /// A tail that looks light by chance must not make a usual value odd, so that the shape is
    /// drawn towards that of heavy-tailed series as if `caution` more excesses had shown it (the
    /// idea of Martins & Stedinger 2000, "Generalized maximum-likelihood generalized extreme-value
    /// quantile estimators"); the mean excess stays. Nil if half of them are 0, since then the
    /// threshold lies in a heap of equal values and there is no tail to speak of.
    init?(
        excesses: some RandomAccessCollection<Double>,
        caution: Double = 0,
        usualShape: Double = usualShape
    ) {
        let count = Double(excesses.count)
        var mean = 0.0
        var weighted = 0.0
        var beyond = 0
        for (rank, excess) in excesses.enumerated() {
            mean += excess
            if excess > 0 { beyond += 1 }
            weighted += excess * (count - Double(rank) - 0.65) / count
        }
        mean /= count
        weighted /= count
        guard 2 * beyond > excesses.count, mean.isFinite else { return nil }
        let spread = mean - 2 * weighted
        let fitted = spread > 0 ? max(-1, 2 - mean / spread) : 0
        let shape = (fitted * count + usualShape * caution) / (count + caution)
        self.shape = min(max(shape, 0), Self.heaviest)
        scale = mean * (1 - self.shape)
    }

    init(shape: Double, scale: Double) {
        self.shape = shape
        self.scale = scale
    }

    /// Student's distribution of three degrees of freedom has a tail of shape 1/3;
    /// a little more, since a fit is a guess.
    static let usualShape = 0.45
    /// The same of medians of three, which only two odd values move: theory says half, and a little
    /// more for the same reason.
    static let usualShapeOfLasting = 0.3

    /// The moments hold for tails that have a variance.
    static let heaviest = 0.5

    /// −log10 of the probability that an excess is larger still.
    func surprise(_ excess: Double) -> Double {
        let ratio = max(0, excess) / scale
        let exponent = shape > 1e-6 ? log1p(shape * ratio) / shape : ratio
        return exponent / 2.302585092994046
    }
}
