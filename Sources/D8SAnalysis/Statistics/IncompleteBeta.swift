import Foundation

/// The regularised incomplete beta function, the distribution function of a beta variable, from
/// which those of Student, Fisher and the binomial follow.
package enum IncompleteBeta {
    /// Probability of a beta(a, b) variable below `x`; nil for input that makes no sense.
    package static func lower(_ x: Double, _ a: Double, _ b: Double) -> Double? {
        tails(x, 1 - x, a, b)?.lower
    }

    /// Both tails, each with all its digits; `rest` is 1 − x, given apart where x is near 1.
    static func tails(
        _ x: Double,
        _ rest: Double,
        _ a: Double,
        _ b: Double
    ) -> (lower: Double, upper: Double)? {
        guard a > 0, b > 0, a.isFinite, b.isFinite, x >= 0, x <= 1, rest >= 0, rest <= 1 else {
            return nil
        }
        if x == 0 { return (0, 1) }
        if rest == 0 { return (1, 0) }
        if x <= (a + 1) / (a + b + 2) {
            let lower = min(1, power(x, rest, a, b) * fraction(x, a, b) / a)
            return (lower, 1 - lower)
        }
        let upper = min(1, power(rest, x, b, a) * fraction(rest, b, a) / b)
        return (1 - upper, upper)
    }

    /// The point below which a beta(a, b) variable lies with this probability; nil for input that
    /// makes no sense.
    package static func point(_ probability: Double, _ a: Double, _ b: Double) -> Double? {
        point(lower: probability, upper: 1 - probability, a, b)?.x
    }

    /// The same with both tails given, of which the smaller one counts; 1 − x with all its digits
    /// too.
    ///
    /// Newton's method for the logarithm of the tail over that of x / (1 − x), kept inside a bracket
    /// that is halved otherwise.
    static func point(
        lower: Double,
        upper: Double,
        _ a: Double,
        _ b: Double
    ) -> (x: Double, rest: Double)? {
        guard a > 0, b > 0, lower >= 0, upper >= 0, lower <= 1, upper <= 1 else { return nil }
        if lower == 0 { return (0, 1) }
        if upper == 0 { return (1, 0) }
        let isLower = lower <= upper
        var (low, high) = (-745.0, 745.0)
        var odds = log(a / b)
        for _ in 0..<200 {
            let (x, rest) = (1 / (1 + exp(-odds)), 1 / (1 + exp(odds)))
            guard let found = tails(x, rest, a, b) else { return nil }
            let (tail, wanted) = isLower ? (found.lower, lower) : (found.upper, upper)
            if (tail > wanted) == isLower { high = odds } else { low = odds }
            let step = tail * log(tail / wanted) / power(x, rest, a, b)
            var next = isLower ? odds - step : odds + step
            if !(next > low && next < high) { next = low + (high - low) / 2 }
            let isDone = abs(next - odds) <= 0x1p-54 * max(1, abs(odds))
            odds = next
            if isDone { break }
        }
        return (1 / (1 + exp(-odds)), 1 / (1 + exp(odds)))
    }

    /// xᵃ (1 − x)ᵇ / B(a, b).
    private static func power(_ x: Double, _ rest: Double, _ a: Double, _ b: Double) -> Double {
        let sum = a + b
        let scale = (a * b / (2 * Double.pi * sum)).squareRoot()
        let errors =
            LogGamma.stirlingError(sum) - LogGamma.stirlingError(a) - LogGamma.stirlingError(b)
        return scale
            * exp(errors - LogGamma.deviance(a, sum * x) - LogGamma.deviance(b, sum * rest))
    }

    /// The continued fraction 26.5.8 of Abramowitz & Stegun, by Lentz's method.
    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / nonzero(1 - (a + b) * x / (a + 1), tiny)
        var result = d
        for step in 1..<100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonzero(1 + even * d, tiny)
            c = nonzero(1 + even / c, tiny)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonzero(1 + odd * d, tiny)
            c = nonzero(1 + odd / c, tiny)
            result *= d * c
            if abs(d * c - 1) < 0x1p-52 { break }
        }
        return result
    }

    private static func nonzero(_ value: Double, _ tiny: Double) -> Double {
        abs(value) < tiny ? tiny : value
    }
}
