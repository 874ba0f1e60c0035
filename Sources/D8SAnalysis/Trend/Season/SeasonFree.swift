import Foundation

/// A series without its seasons, whether they add to it or multiply it.
enum SeasonFree {
    /// The values less what their seasons add, or without the factors of their seasons if that
    /// leaves less noise; gaps stay gaps.
    static func values(_ series: [Double], periods: [Int]) -> [Double] {
        let plain = PhaseMedians.adjusted(series, periods: periods)
        guard !periods.isEmpty, series.allSatisfy({ $0.isNaN || $0 > 0 }) else { return plain }
        let logarithms = PhaseMedians.adjusted(series.map { log($0) }, periods: periods)
        let known = series.filter { $0.isFinite }
        let level = known.reduce(0) { $0 + log($1) } / Double(max(1, known.count))
        guard let added = noise(plain), let multiplied = noise(logarithms) else { return plain }
        // Box & Cox 1964: the likelihood of the values themselves.
        return multiplied * exp(level) < added ? logarithms.map { exp($0) } : plain
    }

    /// Root of the mean squared step, which a level or a slope hardly adds to.
    private static func noise(_ values: [Double]) -> Double? {
        let known = values.filter(\.isFinite)
        let steps = zip(known, known.dropFirst()).map { ($1 - $0) * ($1 - $0) }
        guard !steps.isEmpty else { return nil }
        return (steps.reduce(0, +) / Double(steps.count)).squareRoot()
    }
}
