import Foundation

/// Quantiles of Student's distribution.
enum StudentQuantile {
    /// The value not exceeded with this probability, 0 < p < 1, to about four digits (Hill 1970,
    /// "Algorithm 396: Student's t-quantiles"); normal for infinitely many degrees of freedom.
    static func value(_ probability: Double, degrees n: Double) -> Double {
        let tail = 2 * min(probability, 1 - probability)
        guard tail < 1 else { return 0 }
        let sign = probability < 0.5 ? -1.0 : 1.0
        if abs(n - 2) < 1e-9 { return sign * (2 / (tail * (2 - tail)) - 2).squareRoot() }
        if n <= 1 { return sign / tan(tail * .pi / 2) }
        let a = 1 / (n - 0.5)
        let b = 48 / (a * a)
        var c = ((20_700 * a / b - 98) * a - 16) * a + 96.36
        let d = ((94.5 / (b + c) - 3) / b + 1) * (a * .pi / 2).squareRoot() * n
        var y = pow(d * tail, 2 / n)
        if y > 0.05 + a {
            let x = -(Normal.point(exceededWith: tail / 2) ?? 0)
            y = x * x
            if n < 5 { c += 0.3 * (n - 4.5) * (x + 0.6) }
            c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
            y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
            y = expm1(a * y * y)
        } else {
            let e =
                ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3)
                    + 0.5 / (n + 4)) * y - 1)
            y = e * (n + 1) / (n + 2) + 1 / y
        }
        return sign * (n * y).squareRoot()
    }
}
