/// Rough estimates of the slopes at given ranks, from a sample of the pairs.
struct SlopeGuess {
    /// Ascending.
    private let sample: [Double]
    private let pairs: Int

    /// Nil if no group has two points.
    init?(_ points: SlopePoints) {
        let count = points.values.count
        guard points.pairs > 0 else { return nil }
        var random = Xoshiro(seed: UInt64(count))
        var slopes: [Double] = []
        slopes.reserveCapacity(2 * count)
        for group in points.groups where group.count > 1 {
            for index in group {
                for _ in 0..<2 {
                    var other = group.lowerBound + random.below(group.count - 1)
                    if other >= index { other += 1 }
                    slopes.append(points.slope(index, other))
                }
            }
        }
        var marks = [Int32](repeating: 0, count: slopes.count)
        _ = KendallScore.sort(&slopes, &marks)
        sample = slopes
        pairs = points.pairs
    }

    /// About where the slope of this rank lies: one of the sampled slopes.
    func slope(at rank: Int) -> Double { sample[place(rank)] }

    /// Whether so many pairs have this slope that they may well fill the rank.
    func isCommon(at rank: Int) -> Bool {
        let middle = place(rank)
        let low = max(0, middle - 2)
        let high = min(sample.count - 1, middle + 2)
        return sample[low] == sample[middle] || sample[middle] == sample[high]
    }

    /// How many more pairs lie below a slope that is larger by 1, near this rank; not finite where
    /// it cannot be told.
    func density(at rank: Int) -> Double {
        let middle = place(rank)
        let reach = 2 + Int(Double(sample.count).squareRoot())
        let low = max(0, middle - reach)
        let high = min(sample.count - 1, middle + reach)
        let share = Double(high - low) / Double(sample.count)
        return share * Double(pairs) / (sample[high] - sample[low])
    }

    private func place(_ rank: Int) -> Int {
        let share = Double(rank) / Double(pairs)
        return max(0, min(sample.count - 1, Int(share * Double(sample.count))))
    }
}
