import Foundation

/// What the forecasts are held against: the seasonal naive one, and the theta method as it won the M3
/// competition (Assimakopoulos & Nikolopoulos 2000; seasonality as in the M competitions: classical
/// and multiplicative, where the autocorrelation at the season is significant at 90 %).
enum ForecastPeers {
    static func seasonalNaive(_ known: [Double], season: Int, horizon: Int) -> [Double] {
        let period = known.count >= season ? season : 1
        return (0..<horizon).map { known[known.count - period + $0 % period] }
    }

    static func theta(_ known: [Double], season: Int, horizon: Int) -> [Double] {
        let factors = factors(known, season)
        let flat = known.enumerated().map { $1 / factors[$0 % season] }
        let slope = slope(flat)
        let alphas = stride(from: 0.02, to: 1, by: 0.02)
        let best = alphas.min { smoothed(flat, $0).error < smoothed(flat, $1).error } ?? 0.5
        let level = smoothed(flat, best).level
        let count = Double(flat.count)
        return (0..<horizon).map { step in
            let drift = slope / 2 * (Double(step) + (1 - pow(1 - best, count)) / best)
            return (level + drift) * factors[(known.count + step) % season]
        }
    }

    private static func smoothed(
        _ values: [Double],
        _ alpha: Double
    ) -> (
        level: Double, error: Double
    ) {
        var (level, error) = (values[0], 0.0)
        for value in values.dropFirst() {
            error += (value - level) * (value - level)
            level += alpha * (value - level)
        }
        return (level, error)
    }

    private static func slope(_ values: [Double]) -> Double {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let centre = (count - 1) / 2
        let product = values.enumerated().reduce(0) { sum, one in
            sum + (Double(one.offset) - centre) * (one.element - mean)
        }
        return product / (count * (count * count - 1) / 12)
    }

    /// Ones without a season.
    private static func factors(_ values: [Double], _ season: Int) -> [Double] {
        let none = [Double](repeating: 1, count: season)
        guard season > 1, values.count >= 3 * season, values.allSatisfy({ $0 > 0 }),
            isSeasonal(values, season)
        else { return none }
        let half = season / 2
        var sums = [Double](repeating: 0, count: season)
        var counts = sums
        for index in half..<(values.count - half) {
            let window = values[(index - half)...(index + half)]
            let ends = season % 2 == 0 ? (values[index - half] + values[index + half]) / 2 : 0
            let mean = (window.reduce(0, +) - ends) / Double(season)
            sums[index % season] += values[index] / mean
            counts[index % season] += 1
        }
        let means = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 1 }
        let mean = means.reduce(0, +) / Double(season)
        return means.map { $0 / mean }
    }

    private static func isSeasonal(_ values: [Double], _ season: Int) -> Bool {
        let mean = values.reduce(0, +) / Double(values.count)
        let power = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        guard power > 0 else { return false }
        let correlations = (1...season).map { lag in
            zip(values.dropFirst(lag), values).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
                / power
        }
        let squares = correlations.dropLast().reduce(0) { $0 + $1 * $1 }
        let limit = 1.645 * ((1 + 2 * squares) / Double(values.count)).squareRoot()
        return abs(correlations[season - 1]) > limit
    }
}
