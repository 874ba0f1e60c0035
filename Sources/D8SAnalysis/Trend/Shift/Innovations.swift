import Foundation

/// What each value adds to what those before it foretell, by an autoregression.
///
/// They hardly depend on each other, so that tests for independent values hold for them (von Storch
/// 1995, "Misuses of Statistical Analysis in Climate Research": pre-whitening). A new level of the
/// series is a new level of them, by 1 − ``memory`` as high.
struct Innovations {
    /// One for each value but the first ``order``.
    let values: [Double]
    /// Values that each is foretold by.
    let order: Int
    /// Sum of the coefficients: 0 for independent values, nearly 1 for a walk; not below 0.
    let memory: Double

    /// The largest memory that is believed: with 1 a new level would leave no trace.
    static let most = 0.999
    /// The highest order that is tried.
    ///
    /// One that is not there would order equal values by those before them, so that they seemed to
    /// depend on each other.
    private static let highest = 8
    /// What is further from the median than so many robust standard deviations counts as such: an
    /// outlier has no memory to show.
    private static let reach = 4.0

    /// The autoregression is that of `usual`, which lies around 0 and has no shift; no value is NaN.
    ///
    /// With `caution` the memory is taken to be so many standard errors longer than it seems. Nil
    /// where values are so large that they overflow.
    init?(_ series: [Double], usual: [Double], caution: Double = 0) {
        let scale = RobustScale.medianDeviation(usual) ?? 0
        let limit = scale > 0 ? Self.reach * scale : .infinity
        let burg = Burg(
            usual.map { min(max($0, -limit), limit) },
            highest: min(Self.highest, usual.count / 10),
            least: .order
        )
        let found = min(max(burg.coefficients.reduce(0, +), 0), Self.most)
        memory = min(found + caution * Self.error(found, usual.count), Self.most)
        var coefficients = burg.coefficients
        if !coefficients.isEmpty { coefficients[0] += memory - found }
        order = coefficients.count
        values = stride(from: order, to: series.count, by: 1).map { index in
            coefficients.indices.reduce(series[index]) {
                $0 - coefficients[$1] * series[index - 1 - $1]
            }
        }
        guard values.allSatisfy(\.isFinite) else { return nil }
    }

    /// The standard error of a memory found in so many values (Box & Jenkins 1970, "Time Series
    /// Analysis", for an autoregression of the first order).
    private static func error(_ memory: Double, _ count: Int) -> Double {
        ((1 - memory * memory) / Double(max(1, count))).squareRoot()
    }
}
