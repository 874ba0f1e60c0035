/// Where a series may change: the best split of each of a fixed family of intervals.
///
/// The intervals are those of seeded binary segmentation (Kovács, Bühlmann, Li & Munk 2023, "Seeded
/// binary segmentation", Biometrika): lengths shrink, neighbours overlap by half, so that every
/// change lies well inside one that holds no other. Their total length is n log n; of a long one
/// only so many splits are tried at first, and all near the best of them.
struct SplitCandidates {
    private let sums: SegmentSums
    private let shape: SegmentShape
    private let fewest: Int
    /// How clear the best split at each index is; 0 where none was.
    private var gains: [Double]

    /// At most so many are kept: the clearest.
    private static let most = 50
    private static let tries = 20

    init(_ sums: SegmentSums, shape: SegmentShape, fewest: Int) {
        self.sums = sums
        self.shape = shape
        self.fewest = max(1, fewest)
        gains = [Double](repeating: 0, count: sums.values.count + 1)
        var length = sums.values.count
        while length >= 2 * self.fewest {
            collect(length: length)
            length = min(length - 1, length * 5 / 8)
        }
    }

    /// First indexes of new segments, ascending.
    var indexes: [Int] {
        let found = gains.indices.filter { gains[$0] > 0 }
        guard found.count > Self.most else { return found }
        let clearest = found.sorted { (gains[$0], $1) > (gains[$1], $0) }.prefix(Self.most)
        return clearest.sorted()
    }

    private mutating func collect(length: Int) {
        let count = sums.values.count
        var start = 0
        while start < count - length {
            search(start, start + length)
            start += max(1, length / 2)
        }
        search(count - length, count)
    }

    /// The split with the largest fall in misfit, as a share of what is left.
    private mutating func search(_ first: Int, _ end: Int) {
        let low = first + fewest
        let high = end - fewest
        guard low <= high else { return }
        let stride = max(1, (high - low) / Self.tries)
        var best = best(first, end, low, high, stride)
        if stride > 1 {
            let near = (max(low, best.split - stride), min(high, best.split + stride))
            best = self.best(first, end, near.0, near.1, max(1, stride / Self.tries))
        }
        let whole = sums.misfit(shape, first, end)
        guard best.misfit < whole else { return }
        let length = Double(end - first)
        let gain = length * (whole - best.misfit) / (best.misfit + whole / length)
        gains[best.split] = max(gains[best.split], gain)
    }

    /// Of every `step`-th split from `low` to `high`.
    private func best(
        _ first: Int,
        _ end: Int,
        _ low: Int,
        _ high: Int,
        _ step: Int
    ) -> (split: Int, misfit: Double) {
        let places = stride(from: low, through: high, by: step)
        let explained = sums.mostExplained(shape, first, end, by: places)
        return (explained.split, max(0, sums.square(first, end) - explained.squares))
    }
}
