/// Decomposition of a series into a trend, a season and a remainder by local regression (Cleveland,
/// Cleveland, McRae & Terpenning 1990, "STL: A Seasonal-Trend Decomposition Procedure Based on
/// Loess").
///
/// The numbers are those of the original FORTRAN programme, with its median mended as in
/// statsmodels. Made once for a length, it decomposes any number of series: the weights of the
/// regressions do not depend on the values.
package struct STL: Sendable {
    package let settings: STLSettings
    /// Points of the series that it decomposes.
    package let count: Int
    /// For the phases that have one season more than the rest, and for the rest.
    private let longPhase: LoessPlan
    private let shortPhase: LoessPlan
    private let trendPlan: LoessPlan
    private let lowPassPlan: LoessPlan

    /// Nil with less than two whole seasons, or where no season can be.
    package init?(count: Int, _ settings: STLSettings) {
        guard settings.period > 1, settings.period <= count / 2 else { return nil }
        self.count = count
        self.settings = settings
        let rows = count / settings.period
        longPhase = Self.phase(rows + 1, settings)
        shortPhase = Self.phase(rows, settings)
        trendPlan = LoessPlan(
            count: count,
            window: max(3, settings.trend),
            degree: settings.trendDegree,
            jump: settings.trendJump
        )
        lowPassPlan = LoessPlan(
            count: count,
            window: max(3, settings.lowPass),
            degree: settings.lowPassDegree,
            jump: settings.lowPassJump
        )
    }

    private static func phase(_ rows: Int, _ settings: STLSettings) -> LoessPlan {
        LoessPlan(
            count: rows,
            window: max(3, settings.seasonal),
            degree: settings.seasonalDegree,
            jump: settings.seasonalJump,
            isExtended: true
        )
    }

    /// The parts of a series of `count` finite values; nil for another length, or with gaps.
    package func decompose(_ series: [Double]) -> STLParts? {
        guard series.count == count, series.allSatisfy(\.isFinite) else { return nil }
        var parts = STLParts(count: count)
        var work = Work(count, settings.period)
        round(series, &parts, &work, isWeighted: false)
        for _ in 0..<max(0, settings.outer) {
            parts.reweigh(series)
            round(series, &parts, &work, isWeighted: true)
        }
        return parts
    }

    /// Scratch space of one decomposition.
    private struct Work {
        /// The season on both sides one season longer than the series.
        var cycle: [Double]
        var one: [Double]
        var two: [Double]
        var phase: [Double]
        var phaseWeights: [Double]
        var smoothed: [Double]

        init(_ count: Int, _ period: Int) {
            let zeros = [Double](repeating: 0, count: count + 2 * period)
            (cycle, one, two) = (zeros, zeros, zeros)
            phase = [Double](repeating: 0, count: count / period + 2)
            (phaseWeights, smoothed) = (phase, phase)
        }
    }

    /// The inner rounds.
    private func round(
        _ series: [Double],
        _ parts: inout STLParts,
        _ work: inout Work,
        isWeighted: Bool
    ) {
        for _ in 0..<max(1, settings.inner) {
            for index in 0..<count { work.one[index] = series[index] - parts.trend[index] }
            for phase in 0..<settings.period {
                smoothPhase(phase, isWeighted ? parts.weights : nil, &work)
            }
            lowPass(&work)
            lowPassPlan.smooth(work.two, robustness: nil, into: &work.one)
            for index in 0..<count {
                parts.season[index] = work.cycle[settings.period + index] - work.one[index]
                work.two[index] = series[index] - parts.season[index]
            }
            let weights = isWeighted ? parts.weights : nil
            smooth(trendPlan, work.two, weights, into: &parts.trend)
        }
    }

    private func smooth(
        _ plan: LoessPlan,
        _ values: [Double],
        _ weights: [Double]?,
        into result: inout [Double]
    ) {
        guard let weights else {
            return plan.smooth(values, robustness: nil, into: &result)
        }
        weights.withUnsafeBufferPointer {
            plan.smooth(values, robustness: $0.baseAddress, into: &result)
        }
    }

    /// One phase over the seasons, and one season further at both ends.
    private func smoothPhase(_ phase: Int, _ weights: [Double]?, _ work: inout Work) {
        let period = settings.period
        let rows = (count - phase - 1) / period + 1
        let plan = rows == longPhase.count ? longPhase : shortPhase
        for row in 0..<rows { work.phase[row] = work.one[row * period + phase] }
        var ends: (before: Double?, after: Double?)
        if let weights {
            for row in 0..<rows { work.phaseWeights[row] = weights[row * period + phase] }
            smooth(plan, work.phase, work.phaseWeights, into: &work.smoothed)
            ends = work.phaseWeights.withUnsafeBufferPointer {
                plan.ends(work.phase, robustness: $0.baseAddress)
            }
        } else {
            plan.smooth(work.phase, robustness: nil, into: &work.smoothed)
            ends = plan.ends(work.phase, robustness: nil)
        }
        work.cycle[phase] = ends.before ?? work.smoothed[0]
        for row in 0..<rows { work.cycle[(row + 1) * period + phase] = work.smoothed[row] }
        work.cycle[(rows + 1) * period + phase] = ends.after ?? work.smoothed[rows - 1]
    }

    /// Two moving averages over a season and one over three, from the cycle into `two`.
    private func lowPass(_ work: inout Work) {
        let (period, length) = (settings.period, count + 2 * settings.period)
        MovingMean.of(work.cycle, length, window: period, into: &work.two)
        MovingMean.of(work.two, length - period + 1, window: period, into: &work.one)
        MovingMean.of(work.one, length - 2 * period + 2, window: 3, into: &work.two)
    }
}
