import D8SModel
import Foundation

/// Looks at the weeks of one series of a measure.
struct TrendLook: Sendable {
    /// What is not as clear as this on its own is never shown, and need not be kept.
    static let level = 0.01
    /// A change under this part of the level is of no interest, nor one under this part of the
    /// nearest limit, nor one of a share under half a percentage point.
    private static let smallest = 0.1
    private static let smallestOfLimit = 0.05
    private static let smallestShare = 0.005
    /// A spread is of interest if it is so many times another.
    private static let grown = 1.5
    /// In fewer hours than this part the value changes: hours say nothing of it.
    private static let fewestChanges = 0.25
    /// From this autocorrelation from hour to hour on a series may wander by itself.
    private static let wandering = 0.9
    /// A shift that is as clear as this passes every budget, and explains what else there is.
    private static let sure = 1e-9

    let pack: Pack
    let measure: PackMeasure
    let rateWindow: Int64
    let window: TrendWindow

    /// The clearest sign of harm in a series, nil if there is none; and whether there were values
    /// enough to look.
    func sign(in line: MeasureReading.Line) -> (sign: TrendSign?, wasSeen: Bool) {
        sign(of: window.values(of: line), line.series)
    }

    /// The same of the values at every step of the window.
    func sign(of values: [Double], _ series: Series) -> (sign: TrendSign?, wasSeen: Bool) {
        guard values.count(where: \.isFinite) >= TrendWindow.fewest,
            values.suffix(TrendWindow.night).contains(where: \.isFinite),
            Self.changes(values) >= Self.fewestChanges
        else { return (nil, false) }
        let seasons = SeasonDetection.periods(values, candidates: [24, 168])
        let adjusted = PhaseMedians.adjusted(values, periods: seasons)
        let weekly = seasons.contains(168) ? adjusted : Self.weekly(values, seasons)
        let odd = odd(values, seasons, steady: weekly)
        func sign(_ kind: TrendSign.Kind, _ p: Double) -> TrendSign {
            TrendSign(
                kind: kind,
                p: p,
                pack: pack,
                measure: measure,
                rateWindow: rateWindow,
                series: series,
                values: values,
                scores: Array(odd.points.suffix(TrendWindow.night))
            )
        }
        var signs = odd.events.filter { $0.p < Self.level }.map { sign(.odd($0), $0.p) }
        if let (kind, p) = creep(adjusted) { signs.append(sign(kind, p)) }
        let clearest = signs.filter(isHarm).min { $0.p < $1.p }
        // A change explains the odd points and the slope that it makes, unless they are clearer.
        if let (kind, p) = change(weekly, adjusted), p < max(Self.sure, clearest?.p ?? 1) {
            let changed = sign(kind, p)
            if isHarm(changed) { return (changed, true) }
        }
        return (clearest.map(foretold), true)
    }

    private func odd(
        _ values: [Double],
        _ seasons: [Int],
        steady: [Double]
    ) -> SeriesAnomalies {
        let night = (values.count - TrendWindow.night)..<values.count
        return SeriesAnomalies(values, seasons: seasons, in: night, steady: steady)
    }

    /// Without the hours of the week: where no week's rhythm was found there may still be one, too
    /// faint to be sure of, and a weekend is no change.
    private static func weekly(_ values: [Double], _ seasons: [Int]) -> [Double] {
        PhaseMedians.adjusted(values, periods: seasons + [168])
    }

    /// The part of the hours in which the value is another one than before.
    private static func changes(_ values: [Double]) -> Double {
        let known = values.filter(\.isFinite)
        let changes = zip(known, known.dropFirst()).count { $0 != $1 }
        return Double(changes) / Double(max(1, known.count - 1))
    }

    /// The least change that is of interest, in the unit of the measure.
    private var smallest: Double {
        let limit = measure.thresholds.map { abs($0.limit) }.min() ?? 0
        return max(
            measure.name.unit == .ratio ? Self.smallestShare : 0,
            limit * Self.smallestOfLimit
        )
    }

    private func isHarm(_ sign: TrendSign) -> Bool {
        let (before, after) = sign.span
        guard abs(sign.relative ?? 1) >= Self.smallest, abs(after - before) >= smallest else {
            return false
        }
        if case .spread = sign.kind { return isErratic(sign) }
        return switch measure.name.harm {
        case .both: true
        case .up: sign.isRise
        case .down: !sign.isRise
        }
    }

    /// Whether the spread grew by enough, of itself and of the level; that it shrank is harm only
    /// where both directions are.
    private func isErratic(_ sign: TrendSign) -> Bool {
        let (before, after) = sign.span
        let level = Quantile.median(of: sign.values.filter(\.isFinite)) ?? 0
        return max(before, after) >= Self.grown * min(before, after)
            && abs(after - before) >= Self.smallest * abs(level)
            && (sign.isRise || measure.name.harm == .both)
    }

    /// A new level of values without what may be a season, or else a new spread of those without
    /// what is one.
    private func change(_ steady: [Double], _ adjusted: [Double]) -> (TrendSign.Kind, Double)? {
        if let shift = shift(steady) { return (.shift(shift), shift.p) }
        let spread = NewSpread.last(
            adjusted,
            length: TrendWindow.night,
            within: TrendWindow.news / TrendWindow.night
        )
        guard let spread, spread.p < Self.level else { return nil }
        return (.spread(spread), spread.p)
    }

    /// The new level, if it is news and lasts; of values without seasons.
    private func shift(_ values: [Double]) -> Shift? {
        let news = values.count - TrendWindow.news
        guard let last = NewLevel.last(values, from: news, fewest: TrendWindow.night / 2),
            last.p < Self.level
        else { return nil }
        // Some hours far off are no level: most points have to be nearer to the new one.
        let after = values[last.index...].filter(\.isFinite)
        let middle = (last.before + last.after) / 2
        let beyond = after.count { ($0 > middle) == (last.after > middle) }
        return 5 * beyond >= 3 * after.count ? last : nil
    }

    /// Over the means of days, if that is clear enough to be kept; a series that may wander by itself
    /// has to drift as well.
    private func creep(_ values: [Double]) -> (TrendSign.Kind, Double)? {
        let days = Self.days(values)
        guard days.count(where: \.isFinite) >= 14, let plain = MannKendall(days),
            plain.p < Self.level, let corrected = MannKendall.hamedRao(days),
            let steady = SteadySlope(days),
            let slope = SenSlope(days, variance: max(plain.variance, corrected.variance))
        else { return nil }
        var p = max(plain.p, corrected.p, steady.p)
        guard p < Self.level else { return nil }
        if Self.persistence(values) > Self.wandering { p = max(p, Self.drift(days)) }
        guard p < Self.level else { return nil }
        return (.creep(perDay: slope.slope, interval: slope.interval), p)
    }

    private static func days(_ values: [Double]) -> [Double] {
        stride(from: values.count - 24, through: 0, by: -24).reversed().map { start in
            let known = values[start..<(start + 24)].filter(\.isFinite)
            return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
        }
    }

    /// The autocorrelation from one value to the next without a straight line, corrected for its
    /// bias (Kendall 1954, "Note on Bias in the Estimation of Autocorrelation").
    private static func persistence(_ values: [Double]) -> Double {
        let known = values.filter(\.isFinite)
        guard known.count > 2, let slope = SenSlope.median(known) else { return 1 }
        let level = known.enumerated().map { $1 - slope * Double($0) }
        let raw = Autocorrelation.of(level, lags: 1).last ?? 1
        return raw + (2 + 4 * raw) / Double(known.count)
    }

    /// Probability that a walk without drift moves as far as this one.
    private static func drift(_ days: [Double]) -> Double {
        let known = days.filter(\.isFinite)
        let steps = zip(known.dropFirst(), known).map { $0 - $1 }
        let count = Double(steps.count)
        let mean = steps.reduce(0, +) / count
        let variance = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        guard count > 2, variance > 0 else { return mean == 0 ? 1 : 0 }
        let t = abs(mean) / (variance / count).squareRoot()
        return 2 * (StudentT.upperTail(t, degrees: count - 1) ?? 0.5)
    }

    /// With what comes next, where a slope goes towards limits: the first that it reaches.
    private func foretold(_ sign: TrendSign) -> TrendSign {
        guard case .creep = sign.kind else { return sign }
        let now = sign.span.after
        let ahead = measure.thresholds.filter { threshold in
            sign.isRise
                ? threshold.side == .above && threshold.limit > now
                : threshold.side == .below && threshold.limit < now
        }
        guard !ahead.isEmpty else { return sign }
        let forecast = Forecaster(
            values: sign.values,
            seasons: [24],
            horizon: 2 * TrendWindow.news,
            bounds: sign.values.contains { $0 < 0 } ? .none : .nonNegative
        ).forecast()
        guard let forecast else { return sign }
        var sign = sign
        sign.forecast = forecast
        sign.crossing = ahead.compactMap { threshold -> TrendSign.Crossing? in
            let crossing = forecast.crossing(
                of: threshold.limit,
                isUpper: threshold.side == .above
            )
            return crossing.expected.map {
                .init(threshold: threshold, expected: $0, early: crossing.early95)
            }
        }.min { $0.expected < $1.expected }
        return sign
    }
}
