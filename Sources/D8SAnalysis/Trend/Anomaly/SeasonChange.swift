import Foundation

/// Whether the last day went through its season as the days before did.
///
/// What is left of each day is projected onto the season: 0 for a day like others, −1 for one without
/// its season, −2 for one upside down. Single points cannot decide it, since what is left counts up
/// to five robust standard deviations only; days are nearly independent and their projections, sums
/// of a whole day, nearly normal, so that the last is held against the others by Student's t.
enum SeasonChange {
    /// Fewest days before.
    private static let fewest = 13
    private static let reach = 5.0
    /// The smallest part of the season that is a change.
    private static let smallest = 0.5

    /// Two-sided probability of the last `length` points' projection; nil without a season, with too
    /// few days, or with a change too slight.
    static func p(_ parts: SeasonalResidual, length: Int) -> Double? {
        guard length > 0,
            let scale = RobustScale.medianDeviation(parts.residual.filter(\.isFinite)),
            scale > 0
        else { return nil }
        let count = parts.residual.count
        let days = stride(from: count - length, through: 0, by: -length).map { start in
            projection(parts, start..<(start + length), limit: reach * scale)
        }
        let before = days.dropFirst().compactMap(\.self)
        guard let first = days.first, let last = first, before.count >= fewest else { return nil }
        let size = Double(before.count)
        let mean = before.reduce(0, +) / size
        let variance = before.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (size - 1)
        guard abs(last - mean) >= smallest, variance > 0 else { return nil }
        let t = abs(last - mean) / (variance * (1 + 1 / size)).squareRoot()
        return StudentT.upperTail(t, degrees: size - 1).map { min(1, 2 * $0) }
    }

    /// Nil where there is no season or half of the points are missing.
    private static func projection(
        _ parts: SeasonalResidual,
        _ day: Range<Int>,
        limit: Double
    ) -> Double? {
        let known = day.filter { parts.residual[$0].isFinite }
        guard 2 * known.count >= day.count else { return nil }
        let middle = known.reduce(0) { $0 + parts.season[$1] } / Double(known.count)
        var (product, square) = (0.0, 0.0)
        for index in known {
            let wave = parts.season[index] - middle
            product += max(-limit, min(limit, parts.residual[index])) * wave
            square += wave * wave
        }
        return square > 0 ? product / square : nil
    }
}
