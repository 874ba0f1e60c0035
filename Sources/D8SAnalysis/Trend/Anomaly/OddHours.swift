/// Whether several values in a row are odd together, where none alone has to be.
///
/// Innovations (``Innovations``) hardly depend on each other. If nothing is odd, a row of them is as
/// likely as any other choice among all values to be the furthest out: the probability that it lies
/// where it does follows from its ranks alone, however heavy the tails are (Wilks 1942, "Statistical
/// Prediction with Special Reference to the Problem of Tolerance Limits"). Only beyond the furthest
/// of those before the night a tail has to be believed (``UsualRows``).
struct OddHours {
    /// Probability of such a row in a night in which nothing is odd.
    let p: Double
    /// The indexes of the row.
    let range: ClosedRange<Int>

    /// Lengths of rows, each of which is a chance.
    private static let lengths = [3, 4, 6, 8]
    /// Of the memory of the series: what is left of it in the innovations would count in each.
    private static let caution = 2.0

    /// Nil with too few values before `night`, or in it; seasons should have been taken out.
    init?(_ series: [Double], in night: Range<Int>) {
        let known = series.indices.filter { series[$0].isFinite && night.upperBound > $0 }
        let before = known.count { $0 < night.lowerBound }
        guard before >= 2 * SeriesAnomalies.fewest, before < known.count else { return nil }
        let rows = Self.rows(known.map { series[$0] }, before)
        guard let row = rows.min(by: { $0.p < $1.p }) else { return nil }
        p = min(1, row.p * Double(Self.lengths.count))
        range = known[before + row.range.lowerBound]...known[before + row.range.upperBound]
    }

    private typealias Row = (p: Double, range: ClosedRange<Int>)

    private static func rows(_ values: [Double], _ before: Int) -> [Row] {
        guard let middle = Quantile.median(of: Array(values[..<before])),
            let innovations = Innovations(
                values,
                usual: values[..<before].map { $0 - middle },
                caution: caution
            )
        else { return [] }
        let start = before - innovations.order
        let usual = UsualRows(Array(innovations.values[..<start]))
        let night = Array(innovations.values[start...])
        return lengths.compactMap { length in
            guard night.count >= length else { return nil }
            let starts = 0...(night.count - length)
            let clearest = starts.map { first -> Row in
                let row = first...(first + length - 1)
                return (usual.probability(of: night[row]), row)
            }.min { $0.p < $1.p }
            return clearest.map { ($0.p * 2 * Double(starts.count), $0.range) }
        }
    }
}
