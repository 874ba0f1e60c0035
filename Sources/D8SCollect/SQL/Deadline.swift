import Glibc

/// A point in time up to which something is waited for, whatever the calendar does meanwhile.
struct Deadline {
    private let nanoseconds: Int64

    init(after seconds: Double) {
        nanoseconds = Self.now + Int64(min(max(seconds, 0), 1e6) * 1e9)
    }

    /// What is left, for `poll`; 0 if it has passed.
    var milliseconds: Int32 { Int32(clamping: max(0, (nanoseconds - Self.now) / 1_000_000)) }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
