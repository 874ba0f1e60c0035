import D8SModel
import Foundation

/// Finds where a series changed its level or its slope for good.
///
/// Candidates come from seeded binary segmentation, the best of them by dynamic programming for
/// each number of changes, the number by an information criterion that takes the noise as
/// autoregressive; the shapes (levels, lines, and both of the logarithms) compete by the same
/// criterion. Nothing is drawn at random. Linear in points but for a logarithm.
package enum Shifts {
    /// The changes in order of time.
    ///
    /// NaN is a gap. A season should have been taken out before. A series of more than one value
    /// per point is searched by ``find(columns:rules:)``.
    package static func find(_ series: [Double], rules: ShiftRules = ShiftRules()) -> [Shift] {
        let known = series.indices.filter { series[$0].isFinite }
        let values = known.map { series[$0] }
        guard values.count >= 2 * rules.fewest, let scale = ShiftScale.best(values, rules) else {
            return []
        }
        return scale.shifts(rules, of: values).map { $0.among(known) }
    }

    /// The changes of any of the columns of a table with several values per point.
    ///
    /// Changes of two columns within `margin` points are one event: the clearer stands for it.
    package static func find(
        columns: [[Double]],
        rules: ShiftRules = ShiftRules(),
        margin: Int = 5
    ) -> [Shift] {
        let all = columns.flatMap { find($0, rules: rules) }
        let clearest = all.sorted { ($0.p, $0.index) < ($1.p, $1.index) }
        var kept: [Shift] = []
        for shift in clearest
        where !kept.contains(where: { abs($0.index - shift.index) <= margin }) {
            kept.append(shift)
        }
        return kept.sorted { $0.index < $1.index }
    }
}
