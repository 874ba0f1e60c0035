import Foundation

/// How far out rows of values go by chance, among values that do not depend on each other.
struct UsualRows {
    private let sorted: [Double]

    /// The part of the values that tells of the tail on a side, and the fewest.
    private static let part = 16
    private static let fewest = 10
    /// So much counts the shape of a heavy tail against that of these values, which says next to
    /// nothing (see ``GeneralizedPareto``): what it is wrong by counts for each value of a row.
    private static let caution = 1e6

    /// The values hold no NaN.
    init(_ values: [Double]) {
        sorted = values.sorted()
    }

    /// That so many values are all as far out on one side as these are; 1 without values.
    ///
    /// With k of n values as far out as the least of m it is C(k + m, m) / C(n + m, m).
    func probability(of row: some Collection<Double>) -> Double {
        guard let low = row.min(), let high = row.max() else { return 1 }
        let above = sorted.count - sorted.place(of: low)
        let below = sorted.place(of: high.nextUp)
        let others = min(above, below)
        let rarer = others > 0 ? 1 : above == 0 ? beyond(low) : beyond(high)
        return (1...row.count).reduce(1) {
            $0 * Double(others + $1) / Double(sorted.count + $1) * rarer
        }
    }

    /// That a value beyond all others is as far as this.
    private func beyond(_ value: Double) -> Double {
        let tail = max(Self.fewest, sorted.count / Self.part)
        guard sorted.count > tail, let last = sorted.last else { return 1 }
        let isHigh = value > last
        let threshold = isHigh ? sorted[sorted.count - 1 - tail] : sorted[tail]
        let side = isHigh ? Array(sorted.suffix(tail)) : sorted.prefix(tail).reversed()
        let excesses = side.map { abs($0 - threshold) }
        guard let pareto = GeneralizedPareto(excesses: excesses, caution: Self.caution),
            let furthest = excesses.last
        else { return 1 }
        return pow(10, pareto.surprise(furthest) - pareto.surprise(abs(value - threshold)))
    }
}
