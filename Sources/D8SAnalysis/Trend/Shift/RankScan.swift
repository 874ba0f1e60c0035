import Foundation

/// Rank sums of the two sides of every split of a series (Pettitt 1979, "A Non-Parametric Approach
/// to the Change-Point Problem"), each in its standard deviations without a change.
struct RankScan {
    /// For each split how far the values from it on rank above those before it.
    let scores: [Double]
    /// The same of the values' rise along a straight line.
    let line: Double
    /// What each value counts, about 0.
    let weights: [Double]

    /// With it a difference of powers is nearly the normal point (Joiner & Rosenblatt 1971, "Some
    /// Properties of the Range in Samples from Tukey's Symmetric Lambda Distributions").
    private static let bend = 0.14

    /// The values hold no NaN.
    init(_ values: [Double]) {
        let count = Double(values.count)
        let raw = Ranks.doubled(values).map { rank in
            let share = Double(rank) / (2 * (count + 1))
            return pow(share, Self.bend) - pow(1 - share, Self.bend)
        }
        let middle = raw.reduce(0, +) / max(1, count)
        let weights = raw.map { $0 - middle }
        let centre = (count - 1) / 2
        var (squares, moment, sum) = (0.0, 0.0, 0.0)
        for (index, weight) in weights.enumerated() {
            squares += weight * weight
            moment += (Double(index) - centre) * weight
        }
        var scores = [Double](repeating: 0, count: values.count)
        let unit = squares / max(1, count * (count - 1))
        for index in stride(from: values.count - 1, to: 0, by: -1) {
            sum += weights[index]
            let after = count - Double(index)
            let variance = unit * after * (count - after)
            scores[index] = variance > 0 ? sum / variance.squareRoot() : 0
        }
        self.scores = scores
        self.weights = weights
        let spread = squares / max(1, count - 1) * count * (count * count - 1) / 12
        line = spread > 0 ? moment / spread.squareRoot() : 0
    }

    /// The clearest split with so many values on either side; nil if there is none.
    func best(fewest: Int) -> Int? {
        guard scores.count >= 2 * fewest else { return nil }
        return (fewest...(scores.count - fewest)).max { abs(scores[$0]) < abs(scores[$1]) }
    }

    /// The variance of sums of so many neighbours over that of as many independent values, of those
    /// before a split; 1 if they do not depend on each other, or are too few to say.
    func dependence(before split: Int, length: Int) -> Double {
        let blocks = split / length
        guard blocks >= 3 else { return 1 }
        let used = weights[(split - blocks * length)..<split]
        let middle = used.reduce(0, +) / Double(used.count)
        let single = used.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(used.count - 1)
        let sums = stride(from: used.startIndex, to: split, by: length).map { start in
            used[start..<(start + length)].reduce(0) { $0 + $1 - middle }
        }
        let joint = sums.reduce(0) { $0 + $1 * $1 } / Double(blocks - 1)
        return single > 0 ? joint / single / Double(length) : 1
    }
}
