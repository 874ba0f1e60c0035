import D8SModel
import Foundation

/// A series on the scale on which it is plainest: as it is, or as logarithms if it grows by
/// factors.
struct ShiftScale {
    private let search: SegmentationSearch
    private let segmentation: Segmentation
    private let centre: Double
    /// The values on this scale about the centre, with their spikes.
    private let spiked: [Double]
    private let isLogarithm: Bool
    /// The criterion on the scale of the series, so that the scales can be compared.
    private let criterion: Double

    /// The scale that explains the values best; nil if they are too few or all equal.
    static func best(_ values: [Double], _ rules: ShiftRules) -> ShiftScale? {
        let plain = ShiftScale(values, rules, isLogarithm: false)
        guard let least = values.min(), let most = values.max(), least > 0,
            most / least >= smallestFactor
        else { return plain }
        let logarithm = ShiftScale(values, rules, isLogarithm: true)
        guard let plain, let logarithm else { return plain ?? logarithm }
        return logarithm.criterion < plain.criterion ? logarithm : plain
    }

    /// Within a factor of this, logarithms say nothing that the values do not.
    private static let smallestFactor = 2.0

    private init?(_ values: [Double], _ rules: ShiftRules, isLogarithm: Bool) {
        let scaled = isLogarithm ? values.map { log($0) } : values
        let clean = Despiking.clean(scaled)
        guard let centre = Quantile.median(of: clean), centre.isFinite else { return nil }
        let search = SegmentationSearch(clean.map { $0 - centre }, fewest: rules.fewest)
        guard let best = search.best(of: [.level, .line]), best.criterion.isFinite else {
            return nil
        }
        self.search = search
        self.centre = centre
        spiked = scaled.map { $0 - centre }
        self.isLogarithm = isLogarithm
        segmentation = best
        // Box & Cox 1964: the likelihood of the values themselves.
        criterion = best.criterion + (isLogarithm ? 2 * scaled.reduce(0, +) : 0)
    }

    /// The changes that the rules let through, in the unit of the series.
    ///
    /// A change of spread where the level changed too is no change of its own, nor is one that is
    /// seen on one scale only: that goes with the level.
    func shifts(_ rules: ShiftRules, of values: [Double]) -> [Shift] {
        let levels = levels(rules)
        guard rules.spread else { return levels }
        let residuals = cut(at: levels.map(\.index)).residuals(search.sums)
        let spreads = spreads(residuals, rules, of: values).filter { spread in
            !levels.contains { $0.place.overlaps(spread.place) }
        }
        return (levels + spreads).sorted { $0.index < $1.index }
    }

    private func spreads(
        _ residuals: [Double],
        _ rules: ShiftRules,
        of values: [Double]
    ) -> [Shift] {
        let found = SpreadShifts.find(residuals, rules: rules)
        guard isLogarithm, !found.isEmpty else { return found }
        return SpreadShifts.find(zip(residuals, values).map { $0 * $1 }, rules: rules)
            .filter { spread in found.contains { $0.place.overlaps(spread.place) } }
    }

    private func levels(_ rules: ShiftRules) -> [Shift] {
        var splits = segmentation.splits
        while true {
            let found = shifts(at: splits, rules)
            let weakest = found.indices.max { found[$0].p < found[$1].p }
            guard let weakest else { return found }
            if found[weakest].p > rules.p {
                splits.remove(at: weakest)
                continue
            }
            let slight = found.indices.min { abs(found[$0].effect) < abs(found[$1].effect) }
            guard let slight, found[slight].kind == .level,
                abs(found[slight].effect) < rules.effect
            else { return found }
            splits.remove(at: slight)
        }
    }

    private func shifts(at splits: [Int], _ rules: ShiftRules) -> [Shift] {
        let cut = cut(at: splits)
        let evidence = ShiftEvidence(
            sums: search.sums,
            segmentation: cut,
            ranked: rules.ranks ? spiked : nil
        )
        let segments = cut.segments(of: search.sums.values.count)
        return zip(segments, segments.dropFirst()).map { unscaled(evidence.shift($0, $1)) }
    }

    private func cut(at splits: [Int]) -> Segmentation {
        Segmentation(
            search.sums,
            shape: segmentation.shape,
            splits: splits,
            least: search.least
        )
    }

    /// Back in the unit of the series.
    private func unscaled(_ shift: Shift) -> Shift {
        let isLevel = shift.kind == .level
        var (before, after) = (shift.before, shift.after)
        var interval = shift.interval
        if isLevel {
            before += centre
            after += centre
        }
        if isLogarithm, isLevel {
            let base = exp(before)
            interval = Interval(
                low: base * expm1(interval.low),
                high: base * expm1(interval.high)
            )
            (before, after) = (base, exp(after))
        }
        return Shift(
            kind: shift.kind,
            index: shift.index,
            place: shift.place,
            before: before,
            after: after,
            interval: interval,
            p: shift.p
        )
    }
}
