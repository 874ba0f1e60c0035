/// A point in time with millisecond resolution, independent of any time zone.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX time × 1000).
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// An instant from whole POSIX seconds.
    package init(seconds: Int64) {
        self.init(milliseconds: seconds * 1000)
    }

    /// Seconds from `other` to this instant; negative if this one is earlier.
    package func seconds(since other: Instant) -> Double {
        Double(milliseconds - other.milliseconds) / 1000
    }

    /// The instant this many seconds later (earlier when negative), to the millisecond.
    package func adding(seconds: Double) -> Instant {
        Instant(milliseconds: milliseconds + Int64((seconds * 1000).rounded()))
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
