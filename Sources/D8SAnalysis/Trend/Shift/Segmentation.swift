import Foundation

/// A series cut into segments of one shape, and what is left of it after that.
struct Segmentation {
    let shape: SegmentShape
    /// First indexes of all segments but the first.
    let splits: [Int]
    /// Of neighbouring residuals in one segment; 0 if they are white.
    let autocorrelation: Double
    /// Variance of what neither the segments nor the last residual foretell.
    let variance: Double
    /// Of freedom that the residuals leave, fewer for a wandering series.
    let degrees: Double
    /// The smaller the better: Bayesian information criterion.
    let criterion: Double

    /// The segments with their ends.
    func segments(of count: Int) -> [Range<Int>] {
        zip([0] + splits, splits + [count]).map { $0..<$1 }
    }

    /// Judges a segmentation with residuals that are taken as autoregressive of order 1.
    ///
    /// So a wandering series needs no change to be explained (Beaulieu & Killick 2018,
    /// "Distinguishing Trends and Shifts from Memory in Climate Data"). A change costs its place
    /// twice and its numbers once: 3 ln n for a level. `least` is the variance below which a residual is rounding.
    init(_ sums: SegmentSums, shape: SegmentShape, splits: [Int], least: Double) {
        self.shape = shape
        self.splits = splits
        let count = sums.values.count
        let (squares, products) = Self.moments(sums, shape, splits)
        let raw = squares > 0 ? products / squares : 0
        let segments = Double(splits.count + 1)
        autocorrelation = Self.corrected(raw, shape, segments, count)
        degrees = max(1, Double(count) * (1 - autocorrelation) / (1 + autocorrelation) - segments)
        let used = segments * Double(shape.parameters) + 1
        let residual = max(squares - (raw > 0 ? raw * products : 0), 0)
        let free = max(1, Double(count) - used)
        variance = max(residual / free, least)
        let parameters = used + 2 * Double(splits.count)
        criterion = Double(count) * log(variance) + parameters * log(Double(count))
    }

    /// An upper bound of the autocorrelation.
    ///
    /// What fitting levels and lines takes away is given back (Kendall 1954, "Note on bias in the
    /// estimation of autocorrelation"), and two standard errors on top where there is any, since an
    /// error towards independence is the one that makes chance look like change.
    private static func corrected(
        _ raw: Double,
        _ shape: SegmentShape,
        _ segments: Double,
        _ count: Int
    ) -> Double {
        let length = Double(max(1, count))
        let bias = shape == .level ? 1 + 3 * raw : 2 + 4 * raw
        let known = min(max(raw + bias * segments / length, 0), 1)
        let error = ((1 - known * known) / length).squareRoot()
        return min(known + 2 * min(error, known), 0.99)
    }

    /// Sum of squares of the residuals, and of the products of neighbours.
    private static func moments(
        _ sums: SegmentSums,
        _ shape: SegmentShape,
        _ splits: [Int]
    ) -> (squares: Double, products: Double) {
        var (squares, products) = (0.0, 0.0)
        for (first, end) in zip([0] + splits, splits + [sums.values.count]) {
            let mean = sums.mean(first, end)
            let slope = shape == .level ? 0 : sums.slope(first, end)
            let centre = Double(first + end - 1) / 2
            var last = 0.0
            for index in first..<end {
                let residual = sums.values[index] - mean - slope * (Double(index) - centre)
                squares += residual * residual
                products += residual * last
                last = residual
            }
        }
        return (squares, products)
    }

    /// What the segments leave of the values.
    func residuals(_ sums: SegmentSums) -> [Double] {
        segments(of: sums.values.count).flatMap { segment in
            let mean = sums.mean(segment.lowerBound, segment.upperBound)
            let slope =
                shape == .level ? 0 : sums.slope(segment.lowerBound, segment.upperBound)
            let centre = Double(segment.lowerBound + segment.upperBound - 1) / 2
            return segment.map { sums.values[$0] - mean - slope * (Double($0) - centre) }
        }
    }
}
