import D8SModel

/// Counts the intervals of one source in which a collection succeeded.
struct CoverageCounter {
    /// In milliseconds; 0 if there is none.
    private let interval: Double
    private let first: Int64
    private var last: Int64
    private var covered = 0
    private var lastCovered = -1.0
    private var success: Int64
    private var gap: (start: Int64, end: Int64) = (0, 0)

    init(interval: Double?, first: Int64) {
        self.interval = (interval ?? 0) * 1000
        self.first = first
        last = first
        success = first
    }

    /// Adds an attempt; they come in order of time.
    mutating func add(_ time: Int64, isSuccess: Bool) {
        last = time
        if time.clampedDifference(success) > gap.end.clampedDifference(gap.start) {
            gap = (success, time)
        }
        guard isSuccess else { return }
        success = time
        let position = position(of: time)
        if position > lastCovered { covered += 1 }
        lastCovered = position
    }

    func coverage(of source: String) -> HistoryStatistics.Coverage {
        let isLong = interval > 0 && Double(gap.end.clampedDifference(gap.start)) > 2 * interval
        return HistoryStatistics.Coverage(
            source: source,
            window: Self.window(first, last),
            share: interval > 0 ? Double(covered) / (position(of: last) + 1) : nil,
            longestGap: isLong ? Self.window(gap.start, gap.end) : nil
        )
    }

    private func position(of time: Int64) -> Double {
        guard interval > 0 else { return 0 }
        return (Double(time.clampedDifference(first)) / interval).rounded(.down)
    }

    private static func window(_ start: Int64, _ end: Int64) -> Window {
        Window(start: Instant(milliseconds: start), end: Instant(milliseconds: end))
    }
}

extension Int64 {
    fileprivate func clampedDifference(_ other: Int64) -> Int64 {
        let (difference, isTooLarge) = subtractingReportingOverflow(other)
        return isTooLarge ? (self < other ? .min : .max) : difference
    }
}
