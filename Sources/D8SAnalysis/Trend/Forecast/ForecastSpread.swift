import Foundation

/// How far the truth lies from a forecast, by how far it lay from the same forecast of values held
/// out.
///
/// The variance at each step ahead is that of the held-out errors, shrunk towards the growth that
/// the models expect, the more the fewer windows of that length there were. The quantiles are those
/// of the sizes of all held-out errors in that unit (split conformal; Vovk, Gammerman & Shafer
/// 2005), shrunk towards Student's where they are few, and wider by Student's where the variance
/// itself comes from few windows.
struct ForecastSpread: Sendable {
    /// Half the width of the 80 % interval at each step ahead.
    private(set) var half80: [Double] = []
    /// Half the width of the 95 % interval.
    private(set) var half95: [Double] = []
    /// How many windows the expected growth counts for.
    private static let expectation = 2.0
    /// How many held-out steps Student's quantiles count for.
    private static let caution = 20.0

    /// Given deviations with Student's quantiles.
    init(deviations: [Double], degrees: Double) {
        half80 = deviations.map { $0 * StudentQuantile.ninety.value(degrees: degrees) }
        half95 = deviations.map { $0 * StudentQuantile.upper.value(degrees: degrees) }
    }

    /// `errors` has a row of `origins.horizon` for each origin, NaN where nothing is known;
    /// `growth` is the expected variance of each step in units of that of the first.
    init?(_ errors: [Double], _ origins: Origins, growth: [Double]) {
        let horizon = origins.horizon
        guard errors.count == origins.room, growth.count == horizon else { return nil }
        var squares = Array(repeating: 0.0, count: horizon)
        var counts = squares
        for place in errors.indices where !errors[place].isNaN {
            squares[place % horizon] += errors[place] * errors[place]
            counts[place % horizon] += 1
        }
        let windows = (0..<horizon).map { step in
            min(counts[step], counts[step] * Double(origins.stride) / Double(step + 1))
        }
        guard let deviations = Self.deviations(squares, counts, windows, growth) else { return nil }
        setHalves(errors, counts, windows, deviations)
    }

    /// The standard deviation of each step.
    private static func deviations(
        _ squares: [Double],
        _ counts: [Double],
        _ windows: [Double],
        _ growth: [Double]
    ) -> [Double]? {
        var (scale, weight) = (0.0, 0.0)
        for step in squares.indices where counts[step] > 0 {
            scale += windows[step] * squares[step] / counts[step] / growth[step]
            weight += windows[step]
        }
        guard weight > 0 else { return nil }
        return squares.indices.map { step in
            let seen = counts[step] > 0 ? windows[step] * squares[step] / counts[step] : 0
            let expected = expectation * scale / weight * growth[step]
            return ((seen + expected) / (windows[step] + expectation)).squareRoot()
        }
    }

    private mutating func setHalves(
        _ errors: [Double],
        _ counts: [Double],
        _ windows: [Double],
        _ deviations: [Double]
    ) {
        var sizes = WeightedQuantile()
        for place in errors.indices where !errors[place].isNaN {
            let step = place % deviations.count
            guard deviations[step] > 0 else { continue }
            sizes.add(abs(errors[place]) / deviations[step], weight: windows[step] / counts[step])
        }
        sizes.sort()
        let count = max(1, windows.reduce(0, +))
        func quantile(_ share: Double, _ student: StudentQuantile) -> Double {
            let expected = student.value(degrees: count)
            let found = sizes.value(min(1, share * (count + 1) / count)) ?? expected
            return (count * found + Self.caution * expected) / (count + Self.caution)
        }
        let quantile80 = quantile(0.8, .ninety)
        let quantile95 = max(quantile80, quantile(0.95, .upper))
        for step in deviations.indices {
            let degrees = windows[step] + Self.expectation
            let deviation = deviations[step]
            half80.append(quantile80 * deviation * StudentQuantile.ninety.widening(degrees))
            half95.append(quantile95 * deviation * StudentQuantile.upper.widening(degrees))
        }
    }
}
