/// Applies a function of a range to the column of rollups that stands for it.
///
/// A range shorter than a rollup is widened to one; sums and counts are that part of it.
struct RollupWindows {
    private let windows: Windows
    private let use: RollupUse
    /// The part of a widened range that was asked for.
    private let share: Double

    init(_ windows: Windows, _ use: RollupUse, step: Int64) {
        let range = max(windows.range, step)
        self.windows = Windows(frame: windows.frame, range: range)
        self.use = use
        share = range > 0 ? Double(windows.range) / Double(range) : 1
    }

    /// The values at all steps; nil if there are none.
    func column(_ rollups: RollupSlice, _ function: any WindowFunction) -> [Double]? {
        switch use {
        case .increases: increases(rollups, function)
        case .minima: apply(ExtremeOverTime(isMaximum: false), rollups.ends, rollups.minima)
        case .maxima: apply(ExtremeOverTime(isMaximum: true), rollups.ends, rollups.maxima)
        case .sums: shared(apply(SumOverTime(), rollups.ends, rollups.sums))
        case .counts: shared(counts(rollups))
        case .averages: averages(rollups)
        case .lasts: apply(function, rollups.ends, rollups.lasts)
        }
    }

    /// What the counter grew by in the window, for `rate` by the seconds of the range.
    private func increases(
        _ rollups: RollupSlice,
        _ function: any WindowFunction
    ) -> [Double]? {
        let sums = shared(apply(SumOverTime(), rollups.ends, rollups.increases))
        guard let length = (function as? RateFunction)?.perSecondOf else { return sums }
        let seconds = Double(length) / 1000
        return sums?.map { $0.isAbsent ? $0 : $0 / seconds }
    }

    private func shared(_ values: [Double]?) -> [Double]? {
        share == 1 ? values : values?.map { $0.isAbsent ? $0 : $0 * share }
    }

    private func counts(_ rollups: RollupSlice) -> [Double]? {
        let counts = rollups.counts.map { Double($0) }
        return apply(SumOverTime(), rollups.ends, counts[...])
    }

    private func averages(_ rollups: RollupSlice) -> [Double]? {
        guard let sums = apply(SumOverTime(), rollups.ends, rollups.sums),
            let counts = counts(rollups)
        else { return nil }
        return zip(sums, counts).map { $0.isAbsent || $1.isAbsent ? .absent : $0 / $1 }
    }

    private func apply(
        _ function: any WindowFunction,
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>
    ) -> [Double]? {
        var function = function
        return function.column(times, values, windows)
    }
}
