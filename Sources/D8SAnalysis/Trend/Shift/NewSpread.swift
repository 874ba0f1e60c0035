import D8SModel
import Foundation

/// Whether a series has come to vary more, or less, of late.
///
/// What counts is how far each value lies from what those before it foretell (``Innovations``): a
/// new level or a slope hardly changes that. Means of a day's square roots of these distances are
/// nearly normal (Cressie & Hawkins 1980, "Robust Estimation of the Variogram") and nearly
/// independent, so that the last days are held against those before them by Student's t.
struct NewSpread {
    /// Of each day, its weekday taken out where weekdays differ; no value is NaN.
    private let days: [Double]
    private let isWeekly: Bool
    /// The index of each one's first value.
    private let starts: [Int]

    /// Days before, so that all are three weeks at least, and after.
    private static let fewestBefore = 19
    private static let fewest = 2
    /// A distance counts so many robust standard deviations at most: one hour makes no day.
    private static let reach = 5.0
    private static let week = 7
    /// From this correlation of days a week apart on weekdays differ.
    private static let alike = 0.2
    /// The mean root of a standard normal's size: 2^(1/4) Γ(3/4) / √π.
    private static let root = 0.822179

    /// The change of a series that is clearest, if it is so many days old at most; nil if there is
    /// none.
    ///
    /// NaN is a gap; seasons should have been taken out; `length` values are a day. Before and after
    /// are standard deviations from what was foretold, in the unit of the series; the probability is
    /// that of as clear a change on any of the last days.
    static func last(_ series: [Double], length: Int, within news: Int) -> Shift? {
        guard length > 0 else { return nil }
        return NewSpread(added(series), length: length, news: news).last(within: news)
    }

    private init(_ added: [Double], length: Int, news: Int) {
        let scale = RobustScale.medianDeviation(added.filter(\.isFinite)) ?? 0
        let first = added.count % length
        let all = stride(from: first, to: added.count, by: length).map { start in
            Self.meanRoot(added[start..<(start + length)], most: Self.reach * scale)
        }
        isWeekly = Self.isWeekly(all.dropLast(news))
        let steady = isWeekly ? PhaseMedians.adjusted(all, periods: [Self.week]) : all
        let known = steady.indices.filter { steady[$0].isFinite }
        days = known.map { steady[$0] }
        starts = known.map { first + $0 * length }
    }

    /// Whether the spread goes with the weekday, as far as the days before the news tell.
    private static func isWeekly(_ days: ArraySlice<Double>) -> Bool {
        guard days.allSatisfy(\.isFinite) else { return true }
        return Autocorrelation.of(Array(days), lags: week).last ?? 1 > alike
    }

    /// What each value adds to those before it; NaN where it or these are not known.
    private static func added(_ series: [Double]) -> [Double] {
        let known = series.indices.filter { series[$0].isFinite }
        let values = known.map { series[$0] }
        var added = [Double](repeating: .nan, count: series.count)
        guard let middle = Quantile.median(of: values),
            let innovations = Innovations(values, usual: values.map { $0 - middle })
        else { return added }
        for (index, value) in zip(known.dropFirst(innovations.order), innovations.values) {
            added[index] = value
        }
        return added
    }

    /// Of the distances from the day's own middle, which a new level moves; NaN for a day of which
    /// less than half is known.
    private static func meanRoot(_ day: ArraySlice<Double>, most: Double) -> Double {
        let known = day.filter(\.isFinite)
        guard 2 * known.count >= day.count, let middle = Quantile.median(of: known) else {
            return .nan
        }
        let sum = known.reduce(0) { $0 + min(abs($1 - middle), most).squareRoot() }
        return sum / Double(known.count)
    }

    private func last(within news: Int) -> Shift? {
        guard days.count >= Self.fewestBefore + Self.fewest else { return nil }
        let degrees = Double(days.count - (isWeekly ? Self.week : 0) - 2)
        let splits = (Self.fewest...(days.count - Self.fewest)).map {
            DaySplit(days, at: $0, degrees: degrees)
        }
        guard let best = splits.max(by: { abs($0.score) < abs($1.score) }),
            best.index >= max(Self.fewestBefore, days.count - news),
            best.score.isFinite, best.before > 0
        else { return nil }
        let near = splits.filter { $0.isNearly(best) }.map(\.index)
        // It may have begun within the day before.
        let (first, last) = (near.min() ?? best.index, near.max() ?? best.index)
        let point = StudentT.point(exceededWith: 0.025, degrees: degrees) ?? .infinity
        let half = point * best.error
        let chances = Double(min(news, days.count - Self.fewestBefore) - Self.fewest + 1)
        return Shift(
            kind: .spread,
            index: starts[best.index],
            place: starts[first - 1]...starts[last],
            before: spread(best.before),
            after: spread(best.after),
            interval: Interval(
                low: spread(best.after - half) - spread(best.before),
                high: spread(best.after + half) - spread(best.before)
            ),
            p: min(
                1,
                2 * chances * (StudentT.upperTail(abs(best.score), degrees: degrees) ?? 0.5)
            )
        )
    }

    private func spread(_ mean: Double) -> Double {
        let root = max(0, mean) / Self.root
        return root * root
    }
}
