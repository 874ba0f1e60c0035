import D8SModel
import Foundation

/// Finds where the spread of a series changed, its levels and lines taken out.
///
/// The square roots of the residuals' sizes are close to symmetric (Cressie & Hawkins 1980,
/// "Robust Estimation of the Variogram"), so that a change of spread is a change of their level.
enum SpreadShifts {
    /// Fewest points on either side.
    private static let fewest = 12

    /// The residuals in order, in the unit of the series.
    static func find(_ residuals: [Double], rules: ShiftRules) -> [Shift] {
        let sizes = residuals.map { abs($0).squareRoot() }
        guard let centre = Quantile.median(of: sizes), centre > 0 else { return [] }
        let search = SegmentationSearch(
            sizes.map { $0 - centre },
            fewest: max(fewest, rules.fewest)
        )
        guard let best = search.best(of: [.level]), !best.splits.isEmpty else { return [] }
        let evidence = ShiftEvidence(sums: search.sums, segmentation: best)
        let segments = best.segments(of: residuals.count)
        let spreads = segments.map { spread(residuals[$0]) }
        return zip(segments.indices, segments.indices.dropFirst()).compactMap { left, right in
            let shift = evidence.shift(segments[left], segments[right])
            guard shift.p <= rules.p, spreads[left] > 0, spreads[right] > 0 else { return nil }
            let before = max(shift.before + centre, 1e-9)
            return Shift(
                kind: .spread,
                index: shift.index,
                place: shift.place,
                before: spreads[left],
                after: spreads[right],
                interval: Interval(
                    low: grown(spreads[left], before, shift.interval.low),
                    high: grown(spreads[left], before, shift.interval.high)
                ),
                p: shift.p
            )
        }
    }

    /// The spread goes with the square of the roots' level.
    private static func grown(_ spread: Double, _ root: Double, _ change: Double) -> Double {
        let factor = max(0, 1 + change / root)
        return spread * (factor * factor - 1)
    }

    private static func spread(_ residuals: ArraySlice<Double>) -> Double {
        let squares = residuals.reduce(0) { $0 + $1 * $1 }
        return (squares / Double(max(1, residuals.count - 1))).squareRoot()
    }
}
