import Foundation

/// How far out rows of values go by chance, among values that do not depend on each other.
struct UsualRows {
    private let sorted: [Double]
    private let tails: ResidualTails

    /// The values hold no NaN.
    init(_ values: [Double]) {
        sorted = values.sorted()
        tails = ResidualTails(values)
    }

    /// That so many values are all as far out on one side as these are; 1 without values.
    ///
    /// With k of n values as far out as the least of m it is C(k + m, m) / C(n + m, m).
    func probability(of row: some Collection<Double>) -> Double {
        guard let low = row.min(), let high = row.max() else { return 1 }
        let above = sorted.count - sorted.place(of: low)
        let below = sorted.place(of: high.nextUp)
        let others = min(above, below)
        let rarer = others > 0 ? 1 : beyond(above == 0 ? low : high)
        return (1...row.count).reduce(1) {
            $0 * Double(others + $1) / Double(sorted.count + $1) * rarer
        }
    }

    /// That a value beyond all others is as far as this.
    private func beyond(_ value: Double) -> Double {
        guard let first = sorted.first, let last = sorted.last,
            let most = tails.probability(value > last ? last : first, without: 0..<0),
            let own = tails.probability(value, without: 0..<0), most > 0
        else { return 1 }
        return min(1, own / most)
    }
}
