import Foundation

/// The median of times of which some are not over yet (Kaplan & Meier 1958, "Nonparametric
/// Estimation from Incomplete Observations").
package struct KaplanMeier: Hashable, Sendable {
    /// One time: how long it lasted, or, if it is not over, how long it has lasted so far.
    package struct Time: Hashable, Sendable {
        package let seconds: Double
        package let isOver: Bool

        package init(seconds: Double, isOver: Bool) {
            self.seconds = seconds
            self.isOver = isOver
        }
    }

    /// Where the survival curve crosses one half; nil if it never falls so far, or without times.
    ///
    /// Where the curve lies exactly at one half, the middle of that stretch, as R's `survfit` does;
    /// without unfinished times it is then the R-7 median.
    package let median: Double?
    /// Ends of the 95 % interval (Brookmeyer & Crowley 1982, with the log–log transformed Greenwood
    /// variance); nil where the data do not bound it.
    package let low: Double?
    package let high: Double?

    /// Times that are not finite are left out.
    package init(_ times: [Time]) {
        let sorted = times.filter { $0.seconds.isFinite }.sorted { $0.seconds < $1.seconds }
        let steps = Self.steps(sorted)
        median = Self.crossing(steps)
        low = steps.first { $0.low <= 0.5 + Self.tolerance }?.time
        high = steps.first { $0.high <= 0.5 + Self.tolerance }?.time
    }

    private static let tolerance = 1e-9

    /// The curve right after one time at which something ended.
    private struct Step {
        let time: Double
        let survival: Double
        let low: Double
        let high: Double
    }

    private static func steps(_ sorted: [Time]) -> [Step] {
        var steps: [Step] = []
        var survival = 1.0
        var variance = 0.0
        var index = 0
        while index < sorted.count {
            let time = sorted[index].seconds
            let atRisk = Double(sorted.count - index)
            var ended = 0.0
            while index < sorted.count, sorted[index].seconds == time {
                if sorted[index].isOver { ended += 1 }
                index += 1
            }
            guard ended > 0 else { continue }
            survival *= 1 - ended / atRisk
            variance += ended / (atRisk * (atRisk - ended))
            let (low, high) = band(survival, variance)
            steps.append(Step(time: time, survival: survival, low: low, high: high))
        }
        return steps
    }

    /// S^exp(±z·se(log(−log S))); without a bound (0 or 1 as far as is known) where it is undefined.
    private static func band(_ survival: Double, _ variance: Double) -> (Double, Double) {
        guard survival > 0, survival < 1, variance.isFinite else { return (0, 1) }
        let spread = Normal.z95 * variance.squareRoot() / abs(log(survival))
        return (pow(survival, exp(spread)), pow(survival, exp(-spread)))
    }

    private static func crossing(_ steps: [Step]) -> Double? {
        guard let index = steps.firstIndex(where: { $0.survival <= 0.5 + tolerance }) else {
            return nil
        }
        let isFlat = abs(steps[index].survival - 0.5) <= tolerance
        guard isFlat, index + 1 < steps.count else { return steps[index].time }
        return (steps[index].time + steps[index + 1].time) / 2
    }
}
