import Foundation

/// What is left of ln Γ beside Stirling's main terms, and the deviance that goes with it: with them
/// probabilities far out keep all their digits (Loader 2000, "Fast and Accurate Computation of
/// Binomial Probabilities").
enum LogGamma {
    /// ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0.
    static func stirlingError(_ x: Double) -> Double {
        if x < 10 {
            return lgamma(x + 1) - (x + 0.5) * log(x) + x - 0.5 * log(2 * Double.pi)
        }
        let square = 1 / (x * x)
        return series.reduce(0) { $0 * square + $1 } / x
    }

    /// Stirling's series, last term first: Bernoulli's numbers over 2k(2k − 1).
    private static let series: [Double] = [
        0.00641025641025641, -0.0019175269175269176, 0.0008417508417508417,
        -0.0005952380952380953, 0.0007936507936507937, -0.002777777777777778, 0.08333333333333333,
    ]

    /// x ln(x / m) + m − x, without cancellation where x is near m.
    static func deviance(_ x: Double, _ mean: Double) -> Double {
        let difference = x - mean
        guard abs(difference) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
        let ratio = difference / (x + mean)
        var sum = difference * ratio
        var power = 2 * x * ratio
        for odd in stride(from: 3.0, to: 2000, by: 2) {
            power *= ratio * ratio
            let next = sum + power / odd
            if next == sum { break }
            sum = next
        }
        return sum
    }
}
