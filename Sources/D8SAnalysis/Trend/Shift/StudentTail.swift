import Foundation

/// Tail probabilities of Student's distribution.
enum StudentTail {
    /// Probability of a value at least as far from 0 on either side; degrees need not be whole.
    ///
    /// The regularised incomplete beta function by its continued fraction (Abramowitz & Stegun
    /// 26.5.8 and 26.7.1; modified Lentz).
    static func twoSided(_ t: Double, degrees: Double) -> Double {
        guard t.isFinite, degrees > 0 else { return t.isNaN ? 1 : 0 }
        let x = degrees / (degrees + t * t)
        return min(1, max(0, beta(x, degrees / 2, 0.5)))
    }

    private static func beta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let scale = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
        guard x < (a + 1) / (a + b + 2) else {
            return 1 - exp(scale) * fraction(1 - x, b, a) / b
        }
        return exp(scale) * fraction(x, a, b) / a
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1), tiny)
        var result = d
        for step in 1...300 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d, tiny)
            c = away(1 + even / c, tiny)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d, tiny)
            c = away(1 + odd / c, tiny)
            result *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return result
    }

    private static func away(_ value: Double, _ tiny: Double) -> Double {
        abs(value) < tiny ? tiny : value
    }
}
