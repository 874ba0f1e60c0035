/// The best segmentations into one segment, two, three …, by dynamic programming over candidates
/// (Auger & Lawrence 1989, "Algorithms for the optimal identification of segment neighborhoods").
struct Segmentations: Sequence, IteratorProtocol {
    private let candidates: [Int]
    /// The misfit from each start to each end; infinite where a segment is too short.
    private var costs: [Double]
    /// The least misfit up to each end with the present number of changes.
    private var best: [Double] = []
    /// For each number of changes and each end, where the last segment starts.
    private var origins: [[Int]] = []
    private let width: Int

    init(_ sums: SegmentSums, shape: SegmentShape, fewest: Int, candidates: [Int]) {
        self.candidates = candidates
        width = candidates.count + 1
        costs = [Double](repeating: .infinity, count: width * width)
        for row in 0..<width {
            let start = row == 0 ? 0 : candidates[row - 1]
            for column in row..<width {
                let end = column == width - 1 ? sums.values.count : candidates[column]
                guard end - start >= fewest else { continue }
                costs[row * width + column] = sums.misfit(shape, start, end)
            }
        }
    }

    /// First indexes of the new segments with no change, then with one, and so on; nil when there
    /// is no room for one more.
    mutating func next() -> [Int]? {
        guard !best.isEmpty else {
            best = Array(costs[..<width])
            return []
        }
        var least = [Double](repeating: .infinity, count: width)
        var origin = [Int](repeating: 0, count: width)
        for end in stride(from: 1, to: width, by: 1) {
            for start in 1...end {
                let cost = best[start - 1] + costs[start * width + end]
                if cost < least[end] {
                    least[end] = cost
                    origin[end] = start
                }
            }
        }
        guard least[width - 1].isFinite else { return nil }
        best = least
        origins.append(origin)
        return splits
    }

    private var splits: [Int] {
        var column = width - 1
        var splits: [Int] = []
        for origin in origins.reversed() {
            let start = origin[column]
            guard start > 0 else { break }
            splits.append(candidates[start - 1])
            column = start - 1
        }
        return splits.reversed()
    }
}
