import Foundation

/// The power at the multiples of a season's frequency against that of their neighbours.
struct HarmonicTest {
    private let powers: [Double]
    private let count: Int
    private let period: Int
    /// The lines on which one of the candidates puts its power.
    private let isSeasonal: [Bool]
    /// Neighbours on each side.
    private static let reach = 8

    /// - Parameters:
    ///   - powers: The periodogram at k / count.
    ///   - count: Length of the series, whole cycles of the period.
    ///   - period: In steps.
    ///   - others: Further candidates, whose lines are no neighbours.
    init(_ powers: [Double], count: Int, period: Int, others: [Int]) {
        self.powers = powers
        self.count = count
        self.period = period
        var isSeasonal = [Bool](repeating: false, count: powers.count)
        for candidate in others + [period] where candidate < count && count % candidate == 0 {
            let step = count / candidate
            for line in stride(from: step, to: powers.count, by: step) { isSeasonal[line] = true }
        }
        self.isSeasonal = isSeasonal
    }

    /// Probability of the season's power without it; lines of shorter seasons that were found are
    /// theirs.
    ///
    /// Three times the smallest of three: of the strongest line (Šidák), for seasons like a sine, of
    /// the three slowest together (Fisher), for those like work days and rest, and of all together,
    /// for those like a spike.
    func p(without shorter: [Int]) -> Double {
        var logs: [Double] = []
        for multiple in 1..<max(1, period / 2 + 1) {
            let line = multiple * count / period
            let isTaken = shorter.contains { line * $0 % count == 0 }
            // At half the sampling rate the power has one degree of freedom only.
            guard !isTaken, 2 * line < count, let log = logProbability(line) else { continue }
            logs.append(log)
        }
        guard let least = logs.min() else { return 1 }
        let strongest = -expm1(Double(logs.count) * log1p(-exp(min(least, -1e-300))))
        return min(1, 3 * min(strongest, Self.together(logs.prefix(3)), Self.together(logs[...])))
    }

    private static func together(_ logs: ArraySlice<Double>) -> Double {
        ChiSquare.upperTail(-2 * logs.reduce(0, +), degrees: Double(2 * logs.count)) ?? 1
    }

    /// The lines that stand out most, from the strongest on; those of less than three cycles are
    /// left out.
    func strongest(_ wanted: Int) -> [Int] {
        let rated = (3..<max(3, powers.count)).compactMap { line in
            logProbability(line).map { (line: line, log: $0) }
        }
        return rated.sorted { ($0.log, $0.line) < ($1.log, $1.line) }.prefix(wanted).map(\.line)
    }

    /// ln of the probability of as much power on a line; nil with too few neighbours.
    ///
    /// With K neighbours, power over their mean is F(2, 2K), whose tail is (1 + R / K)⁻ᴷ.
    private func logProbability(_ line: Int) -> Double? {
        var (sum, neighbours) = (0.0, 0)
        for side in [-1, 1] {
            var (taken, other) = (0, line + side)
            while other > 0, 2 * other < count, other < powers.count, taken < Self.reach,
                abs(other - line) <= 4 * Self.reach
            {
                if !isSeasonal[other] {
                    sum += powers[other]
                    taken += 1
                }
                other += side
            }
            neighbours += taken
        }
        guard neighbours >= 3, line < powers.count else { return nil }
        guard sum > 0 else { return powers[line] > 0 ? -700 : 0 }
        return -Double(neighbours) * log1p(powers[line] / sum)
    }
}
