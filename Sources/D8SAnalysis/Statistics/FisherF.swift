/// Fisher's distribution of the ratio of two variances (Snedecor 1934).
package enum FisherF {
    /// Probability of a ratio above `ratio`; nil for input that makes no sense.
    package static func upperTail(
        _ ratio: Double,
        degrees first: Double,
        _ second: Double
    ) -> Double? {
        guard first > 0, second > 0, !ratio.isNaN else { return nil }
        guard ratio > 0 else { return 1 }
        let product = first * ratio
        guard product.isFinite else { return 0 }
        let sum = second + product
        return IncompleteBeta.tails(second / sum, product / sum, second / 2, first / 2)?.lower
    }
}
