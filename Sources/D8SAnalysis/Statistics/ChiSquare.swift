import Foundation

/// The distribution of a sum of squares of standard normal values (Pearson 1900), by the
/// regularised incomplete gamma function.
package enum ChiSquare {
    /// Probability of a sum above `value`; nil unless there are more than 0 degrees of freedom.
    package static func upperTail(_ value: Double, degrees: Double) -> Double? {
        guard degrees > 0, degrees.isFinite, !value.isNaN else { return nil }
        guard value > 0 else { return 1 }
        guard value.isFinite else { return 0 }
        let (a, x) = (degrees / 2, value / 2)
        return x < a + 1 ? 1 - series(a, x) : min(1, fraction(a, x))
    }

    /// xᵃ e⁻ˣ / Γ(a + 1).
    private static func power(_ a: Double, _ x: Double) -> Double {
        exp(-LogGamma.stirlingError(a) - LogGamma.deviance(a, x))
            / (2 * Double.pi * a).squareRoot()
    }

    /// The lower tail (Abramowitz & Stegun 6.5.29).
    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for step in 1..<100_000 {
            term *= x / (a + Double(step))
            sum += term
            if term < sum * 0x1p-54 { break }
        }
        return min(1, sum * power(a, x))
    }

    /// The upper tail (Abramowitz & Stegun 6.5.31), by Lentz's method.
    private static func fraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var result = d
        for step in 1..<100_000 {
            let i = Double(step)
            let term = -i * (i - a)
            b += 2
            d = 1 / nonzero(term * d + b)
            c = nonzero(b + term / c)
            result *= d * c
            if abs(d * c - 1) < 0x1p-52 { break }
        }
        return result * power(a, x) * a
    }

    private static func nonzero(_ value: Double) -> Double {
        abs(value) < 1e-300 ? 1e-300 : value
    }
}
