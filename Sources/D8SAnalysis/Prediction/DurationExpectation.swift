import D8SModel
import Foundation

/// How long the next run of a subject takes, if it succeeds.
///
/// The middle is the median of the last runs; the interval comes from how far runs were from the
/// middle before them, by factors (split conformal; Vovk, Gammerman & Shafer 2005). Its level is
/// raised after a miss and lowered after a hit, so that it holds its word where times drift (Gibbs &
/// Candès 2021, "Adaptive Conformal Inference Under Distribution Shift").
struct DurationExpectation: Sendable {
    /// Logarithms of the last times, the newest last.
    private var recent: [Double] = []
    /// Differences of logarithms from the middle, in the order of time and of size.
    private var differences: [Double] = []
    private var sorted: [Double] = []
    private var miss = 1 - confidence

    /// What the interval promises.
    static let confidence = 0.9
    /// Runs of which the middle is taken.
    private static let middle = 15
    /// Differences that are kept.
    private static let kept = 200
    /// With fewer nothing is said: the 19 that an interval of 90 % needs.
    private static let fewest = 19
    private static let pace = 0.02

    /// Seconds.
    struct Expected: Sendable {
        let median: Double
        let interval: Interval
    }

    /// Nil with too few runs.
    var expected: Expected? {
        guard sorted.count >= Self.fewest, let level = Quantile.median(of: recent),
            let centre = Quantile.of(0.5, sorted: sorted)
        else { return nil }
        let asked = min(max(1 - miss, 0.5), 0.995)
        let reach = Conformal.interval(sorted, confidence: asked)
        let low = min(reach?.low ?? sorted[0], centre)
        let high = max(reach?.high ?? sorted[sorted.count - 1], centre)
        return Expected(
            median: exp(level + centre),
            interval: Interval(
                low: exp(level + low),
                high: exp(level + high),
                confidence: Self.confidence
            )
        )
    }

    mutating func learn(_ seconds: Double) {
        let value = log(max(seconds, 0.001))
        if let expected {
            let isMiss = !Self.holds(expected.interval, seconds)
            miss += Self.pace * ((1 - Self.confidence) - (isMiss ? 1 : 0))
        }
        if let level = Quantile.median(of: recent), recent.count >= 3 { keep(value - level) }
        recent.append(value)
        if recent.count > Self.middle { recent.removeFirst() }
    }

    /// Within the interval, rounding apart.
    static func holds(_ interval: Interval, _ seconds: Double) -> Bool {
        let value = max(seconds, 0.001)
        return value >= interval.low * (1 - 1e-9) && value <= interval.high * (1 + 1e-9)
    }

    private mutating func keep(_ difference: Double) {
        differences.append(difference)
        sorted.insert(difference, at: sorted.place(of: difference))
        guard differences.count > Self.kept else { return }
        sorted.remove(at: sorted.place(of: differences.removeFirst()))
    }
}
