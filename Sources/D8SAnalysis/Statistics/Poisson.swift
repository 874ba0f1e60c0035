package import D8SModel
import Foundation

/// The interval for a number of events in a fixed time.
package enum Poisson {
    /// The 95 % interval of the expected count; nil below 0.
    ///
    /// Byar's approximation of the exact one (Breslow & Day 1987, *Statistical Methods in Cancer
    /// Research* II, page 69).
    package static func interval(_ events: Int) -> Interval? {
        guard events >= 0 else { return nil }
        let low = events == 0 ? 0 : bound(Double(events), -Normal.z95)
        return Interval(low: low, high: bound(Double(events) + 1, Normal.z95))
    }

    /// Probability of `events` or fewer where `mean` are expected; 1 for a mean that makes no sense.
    package static func lowerTail(_ events: Int, mean: Double) -> Double {
        guard mean > 0, mean.isFinite, events >= 0 else { return 1 }
        let logs = (0...events).map {
            Double($0) * log(mean) - mean - Binomial.logFactorial($0)
        }
        return min(1, logs.reduce(0) { $0 + exp($1) })
    }

    private static func bound(_ events: Double, _ z: Double) -> Double {
        let base = 1 - 1 / (9 * events) + z / (3 * events.squareRoot())
        return max(0, events * base * base * base)
    }
}
