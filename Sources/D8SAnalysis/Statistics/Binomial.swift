import Foundation

/// The binomial distribution, exact up to rounding, in logarithms so that it never overflows.
package enum Binomial {
    /// Probability of `successes` or more of `trials`; 1 for nothing to exceed, nil for input that
    /// makes no sense.
    package static func upperTail(_ successes: Int, of trials: Int, share: Double) -> Double? {
        guard trials >= 0, successes <= trials, (0...1).contains(share) else { return nil }
        guard successes > 0 else { return 1 }
        guard share > 0 else { return 0 }
        guard share < 1 else { return 1 }
        let odds = share / (1 - share)
        var term = mass(successes, of: trials, share: share)
        var sum = 0.0
        for count in successes...trials {
            sum += term
            let next = term * Double(trials - count) / Double(count + 1) * odds
            if next < term, next < sum * 1e-17 { break }
            term = next
        }
        return min(1, sum)
    }

    /// Probability of exactly `successes`, for 0 < share < 1.
    static func mass(_ successes: Int, of trials: Int, share: Double) -> Double {
        exp(
            logChoose(trials, successes) + Double(successes) * log(share)
                + Double(trials - successes) * log1p(-share)
        )
    }

    /// ln (n over k).
    static func logChoose(_ n: Int, _ k: Int) -> Double {
        logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    }

    /// ln n!, by the table up to 64 and by Stirling's series (four terms) beyond; 0 below 2.
    static func logFactorial(_ n: Int) -> Double {
        guard n >= small.count else { return n < 2 ? 0 : small[n] }
        let x = Double(n) + 1
        let series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x)
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series
    }

    private static let small: [Double] = {
        var sums = [0.0]
        for number in 1...64 { sums.append(sums[number - 1] + log(Double(number))) }
        return sums
    }()
}

extension Binomial {
    /// n over k where it is small, else `Int.max`.
    static func choose(_ n: Int, _ k: Int) -> Int {
        guard k >= 0, k <= n else { return 0 }
        var result = 1
        for step in 1..<max(1, min(k, n - k) + 1) {
            let product = result.multipliedReportingOverflow(by: n - min(k, n - k) + step)
            guard !product.overflow else { return .max }
            result = product.partialValue / step
        }
        return result
    }
}
