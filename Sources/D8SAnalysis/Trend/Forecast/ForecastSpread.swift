import Foundation

/// How far the truth lies from a forecast, by how far it lay from the same forecast of values held
/// out.
///
/// The variance at each step ahead is that of the held-out errors, shrunk towards the growth that
/// the models expect, the more the fewer windows of that length there were. The quantiles are those
/// of all held-out errors in that unit (split conformal; Vovk, Gammerman & Shafer 2005), shrunk
/// towards Student's where they are few.
struct ForecastSpread: Sendable {
    /// Standard deviation of each step ahead.
    private(set) var deviations: [Double]
    /// Quantiles of the errors in standard deviations at 10, 90, 2.5 and 97.5 %.
    private(set) var low80 = -1.2816
    private(set) var high80 = 1.2816
    private(set) var low95 = -1.96
    private(set) var high95 = 1.96
    /// How many windows the expected growth counts for.
    private static let kappa = 4.0
    /// How many held-out steps Student's quantiles count for.
    private static let blend = 20.0

    /// Given deviations with Student's quantiles.
    init(deviations: [Double], degrees: Double) {
        self.deviations = deviations
        high80 = StudentQuantile.value(0.9, degrees: degrees)
        high95 = StudentQuantile.value(0.975, degrees: degrees)
        (low80, low95) = (-high80, -high95)
    }

    /// `errors` has a row of `origins.horizon` for each origin, NaN where nothing is known;
    /// `growth` is the expected variance of each step in units of that of the first.
    init?(_ errors: [Double], _ origins: Origins, length: Int, growth: [Double]) {
        let horizon = origins.horizon
        guard errors.count == origins.room, growth.count == horizon else { return nil }
        var squares = Array(repeating: 0.0, count: horizon)
        var counts = squares
        for place in errors.indices where !errors[place].isNaN {
            squares[place % horizon] += errors[place] * errors[place]
            counts[place % horizon] += 1
        }
        var (scale, weight) = (0.0, 0.0)
        var windows = squares
        for step in 0..<horizon where counts[step] > 0 {
            squares[step] /= counts[step]
            let span = counts[step] * Double(origins.stride)
            windows[step] = min(counts[step], span / Double(step + 1))
            scale += windows[step] * squares[step] / growth[step]
            weight += windows[step]
        }
        guard weight > 0 else { return nil }
        scale /= weight
        deviations = (0..<horizon).map { step in
            let sum = windows[step] * squares[step] + Self.kappa * scale * growth[step]
            return (sum / (windows[step] + Self.kappa)).squareRoot()
        }
        setQuantiles(errors, Double(length), windows)
    }

    private mutating func setQuantiles(_ errors: [Double], _ length: Double, _ windows: [Double]) {
        var units: [Double] = []
        for place in errors.indices where !errors[place].isNaN {
            let deviation = deviations[place % deviations.count]
            if deviation > 0 { units.append(errors[place] / deviation) }
        }
        units.sort()
        let share = length / (length + Self.blend)
        let degrees = max(1, length)
        func quantile(_ probability: Double) -> Double {
            let expected = StudentQuantile.value(probability, degrees: degrees)
            guard let found = Quantile.of(probability, sorted: units) else { return expected }
            return share * found + (1 - share) * expected
        }
        (low80, high80) = (quantile(0.1), quantile(0.9))
        (low95, high95) = (quantile(0.025), quantile(0.975))
        // Too few windows to know the variance well: Student's instead of the normal quantile.
        for step in deviations.indices {
            let freedom = windows[step] + Self.kappa
            deviations[step] *= StudentQuantile.value(0.975, degrees: max(2, freedom)) / 1.959964
        }
    }
}
