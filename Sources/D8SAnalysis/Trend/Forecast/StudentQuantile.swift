import Foundation

/// An upper quantile of Student's distribution for any degrees of freedom.
struct StudentQuantile: Sendable {
    /// That of 90 %, the end of an 80 % interval.
    static let ninety = StudentQuantile(0.9)
    /// That of 97.5 %, the end of a 95 % interval.
    static let upper = StudentQuantile(0.975)

    /// The probability outside both ends.
    private let tail: Double
    /// The normal quantile.
    let normal: Double

    /// The value not exceeded with this probability, 0.5 < p < 1.
    init(_ probability: Double) {
        tail = 2 * (1 - probability)
        normal = Normal.point(exceededWith: 1 - probability) ?? 0
    }

    /// How much wider than the normal distribution it is.
    func widening(_ degrees: Double) -> Double { value(degrees: degrees) / normal }

    /// The quantile to about three digits (Hill 1970, "Algorithm 396: Student's t-quantiles").
    func value(degrees n: Double) -> Double {
        if n <= 1 { return 1 / tan(tail * .pi / 2) }
        if abs(n - 2) < 1e-9 { return (2 / (tail * (2 - tail)) - 2).squareRoot() }
        let a = 1 / (n - 0.5)
        let b = 48 / (a * a)
        var c = ((20_700 * a / b - 98) * a - 16) * a + 96.36
        let d = ((94.5 / (b + c) - 3) / b + 1) * (a * .pi / 2).squareRoot() * n
        var y = pow(d * tail, 2 / n)
        if y > 0.05 + a {
            let x = -normal
            y = x * x
            if n < 5 { c += 0.3 * (n - 4.5) * (x + 0.6) }
            c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
            y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
            y = expm1(a * y * y)
        } else {
            let e = 1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)
            y = (e * y - 1) * (n + 1) / (n + 2) + 1 / y
        }
        return (n * y).squareRoot()
    }
}
