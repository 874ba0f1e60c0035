/// A point in time with millisecond resolution, independent of any time zone.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX time × 1000).
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// An instant from whole POSIX seconds; the nearest one there is if they are too many.
    package init(seconds: Int64) {
        let (product, isTooMany) = seconds.multipliedReportingOverflow(by: 1000)
        self.init(milliseconds: isTooMany ? (seconds < 0 ? .min : .max) : product)
    }

    /// Seconds from `other` to this instant; negative if this one is earlier.
    package func seconds(since other: Instant) -> Double {
        let (difference, isTooLarge) =
            milliseconds.subtractingReportingOverflow(other.milliseconds)
        guard isTooLarge else { return Double(difference) / 1000 }
        return (Double(milliseconds) - Double(other.milliseconds)) / 1000
    }

    /// The instant this many seconds later (earlier when negative), to the millisecond.
    ///
    /// The first or last instant there is if they are too many; this one if they are not a number.
    package func adding(seconds: Double) -> Instant {
        let step = (seconds * 1000).rounded()
        guard !step.isNaN else { return self }
        guard let added = Int64(exactly: step) else {
            return Instant(milliseconds: step < 0 ? .min : .max)
        }
        return Instant(milliseconds: milliseconds.clampedSum(added))
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
