import Foundation

/// Whether several values in a row are odd together, where none alone has to be.
///
/// Innovations (``Innovations``) hardly depend on each other, so that the probabilities of several
/// multiply. What one of them is, the tail of those before the night says (``ResidualTails``), but
/// never less than one in as many values as there are: an error of the tail would count as often as
/// the row is long.
struct OddHours {
    /// Probability of such a row in a night in which nothing is odd.
    let p: Double
    /// The indexes of the row.
    let range: ClosedRange<Int>

    /// Lengths of rows, each of which is a chance.
    private static let lengths = [3, 4, 6, 8]

    /// Nil with too few values before `night`, or in it; seasons should have been taken out.
    init?(_ series: [Double], in night: Range<Int>) {
        let known = series.indices.filter { series[$0].isFinite && night.upperBound > $0 }
        let before = known.count { $0 < night.lowerBound }
        guard before >= 2 * SeriesAnomalies.fewest, before < known.count else { return nil }
        let hours = Self.hours(known.map { series[$0] }, before)
        let rows = Self.lengths.compactMap { Self.clearest(of: $0, hours) }
        guard let row = rows.min(by: { $0.p < $1.p }) else { return nil }
        p = min(1, row.p * Double(Self.lengths.count))
        range = known[before + row.range.lowerBound]...known[before + row.range.upperBound]
    }

    /// One value of the night.
    private struct Hour {
        /// Two-sided.
        let p: Double
        let isHigh: Bool
    }

    private typealias Row = (p: Double, range: ClosedRange<Int>)

    private static func hours(_ values: [Double], _ before: Int) -> [Hour] {
        guard let middle = Quantile.median(of: Array(values[..<before])),
            let innovations = Innovations(values, usual: values[..<before].map { $0 - middle })
        else { return [] }
        let start = before - innovations.order
        let usual = Array(innovations.values[..<start])
        guard let centre = Quantile.median(of: usual) else { return [] }
        let tails = ResidualTails(usual)
        let least = 1 / Double(usual.count + 1)
        return innovations.values[start...].map { value in
            let p = tails.probability(value, without: 0..<0) ?? 1
            return Hour(p: max(p, least), isHigh: value > centre)
        }
    }

    /// The row of this length that is the least likely, all on one side: the largest of its
    /// probabilities stands for each, and there are as many rows as starts and sides.
    private static func clearest(of length: Int, _ hours: [Hour]) -> Row? {
        guard hours.count >= length else { return nil }
        let starts = 0...(hours.count - length)
        let rows = starts.compactMap { start -> Row? in
            let row = hours[start..<(start + length)]
            guard row.allSatisfy({ $0.isHigh == hours[start].isHigh }),
                let most = row.map(\.p).max()
            else { return nil }
            let chances = 2 * Double(starts.count)
            return (chances * pow(most / 2, Double(length)), start...(start + length - 1))
        }
        return rows.min { $0.p < $1.p }
    }
}
