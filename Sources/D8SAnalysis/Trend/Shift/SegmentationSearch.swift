/// Finds the segmentation that explains a series best with the fewest numbers.
struct SegmentationSearch {
    let sums: SegmentSums
    private let fewest: Int
    /// Variance below which a residual is rounding.
    let least: Double

    /// So many worse numbers of changes in a row end the search.
    private static let patience = 4
    private static let mostChanges = 40

    /// The values hold no NaN and lie around 0; a segment has at least `fewest` points.
    init(_ values: [Double], fewest: Int) {
        sums = SegmentSums(values)
        self.fewest = fewest
        let whole = sums.misfitOfLevel(0, values.count) / Double(max(1, values.count))
        least = max(whole * 1e-8, .leastNormalMagnitude)
    }

    /// The best of all; nil if the series is too short to be cut.
    func best(of shapes: [SegmentShape]) -> Segmentation? {
        shapes.compactMap { best(of: $0) }.min { $0.criterion < $1.criterion }
    }

    private func best(of shape: SegmentShape) -> Segmentation? {
        let fewest = max(shape.fewest, fewest)
        guard sums.values.count >= 2 * fewest else { return nil }
        let candidates = SplitCandidates(sums, shape: shape, fewest: fewest).indexes
        let choices = Segmentations(
            sums,
            shape: shape,
            fewest: fewest,
            candidates: candidates
        )
        var best: Segmentation?
        var worse = 0
        for splits in choices.prefix(Self.mostChanges) {
            let choice = Segmentation(sums, shape: shape, splits: splits, least: least)
            if choice.criterion < best?.criterion ?? .infinity {
                best = choice
                worse = 0
            } else {
                worse += 1
                if worse == Self.patience { break }
            }
        }
        return best
    }
}
