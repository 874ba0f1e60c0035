/// How clear a change is by ranks, which no tail is too heavy for.
///
/// What a segment's values differ from its level (or line) by is alike in all segments, so that the
/// two neighbours of a change, which get one level together, are ranked among all of them. Of a
/// series with memory it is the innovations that are ranked.
struct ShiftRanks {
    /// Of the two neighbours.
    private let weights: ArraySlice<Double>
    private let variance: Double
    /// What the change would add to each of their values.
    private let contrast: [Double]

    /// Nil if there is no such pair of neighbours, of which `pair` is the number of the first.
    ///
    /// The values are the series with its spikes: what is left of some would look like a level.
    init?(
        _ kind: Shift.Kind,
        of values: [Double],
        _ sums: SegmentSums,
        _ segmentation: Segmentation,
        pair: Int
    ) {
        let segments = segmentation.segments(of: sums.values.count)
        guard segments.indices.contains(pair), segments.indices.contains(pair + 1) else {
            return nil
        }
        let both = segments[pair].lowerBound..<segments[pair + 1].upperBound
        var rest: [Double] = []
        rest.reserveCapacity(values.count)
        for whole in segments[..<pair] + [both] + segments[(pair + 2)...] {
            let isLine = segmentation.shape == .line
            let slope = isLine ? sums.slope(whole.lowerBound, whole.upperBound) : 0
            let level = whole.map { values[$0] - slope * Double($0 - whole.lowerBound) }
            let middle = Quantile.median(of: level) ?? 0
            rest += level.map { $0 - middle }
        }
        let memory = segmentation.autocorrelation
        let all = RankScan(zip(rest, [0] + rest).map { $0 - memory * $1 }).weights
        weights = all[both]
        variance = all.reduce(0) { $0 + $1 * $1 } / Double(max(1, all.count - 1))
        contrast = Self.contrast(kind, segmentation.shape, both.count, segments[pair].count)
    }

    /// Two-sided probability of as clear a change at the clearest of so many places: Bonferroni's
    /// bound, the sums of ranks as normal.
    func p(places: Double) -> Double {
        let error = variance * contrast.reduce(0) { $0 + $1 * $1 }
        guard error > 0 else { return 1 }
        let sum = zip(contrast, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return min(1, 2 * places * Normal.upperTail(abs(sum) / error.squareRoot()))
    }

    /// A step or a bend at `split`, less the level (or line) of all.
    private static func contrast(
        _ kind: Shift.Kind,
        _ shape: SegmentShape,
        _ count: Int,
        _ split: Int
    ) -> [Double] {
        let length = Double(count)
        let raw = (0..<count).map { index in
            kind == .slope ? Double(max(0, index - split)) : index < split ? 0 : 1
        }
        let mean = raw.reduce(0, +) / length
        let centre = (length - 1) / 2
        let moment = length * (length * length - 1) / 12
        let product = raw.enumerated().reduce(0) { $0 + (Double($1.offset) - centre) * $1.element }
        let slope = shape == .line && moment > 0 ? product / moment : 0
        return raw.enumerated().map { $1 - mean - slope * (Double($0) - centre) }
    }
}
