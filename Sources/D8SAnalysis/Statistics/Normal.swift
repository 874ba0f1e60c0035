import Foundation

/// The standard normal distribution.
package enum Normal {
    /// The 97.5 % point: the half width of a 95 % interval in standard errors.
    package static let z95 = 1.959963984540054

    /// Probability of a value above `z`.
    package static func upperTail(_ z: Double) -> Double {
        erfc(z / 2.0.squareRoot()) / 2
    }

    /// The point that is exceeded with this probability, by bisection to machine precision; nil
    /// outside 0 < p < 1.
    package static func point(exceededWith probability: Double) -> Double? {
        guard probability > 0, probability < 1 else { return nil }
        var low = -40.0
        var high = 40.0
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if upperTail(middle) > probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
