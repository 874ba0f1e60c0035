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

    /// The excesses over the threshold in ascending order; nil if half of them are 0, since then the
    /// threshold lies in a heap of equal values and there is no tail to speak of.
    init?(excesses: some RandomAccessCollection<Double>) {
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
        let shape = spread > 0 ? 2 - mean / spread : 0
        self.shape = min(max(shape, 0), Self.heaviest)
        scale = mean * (1 - self.shape)
    }

    init(shape: Double, scale: Double) {
        self.shape = shape
        self.scale = scale
    }

    /// The moments hold for tails that have a variance.
    static let heaviest = 0.5

    /// −log10 of the probability that an excess is larger still.
    func surprise(_ excess: Double) -> Double {
        let ratio = max(0, excess) / scale
        let exponent = shape > 1e-6 ? log1p(shape * ratio) / shape : ratio
        return exponent / 2.302585092994046
    }
}
