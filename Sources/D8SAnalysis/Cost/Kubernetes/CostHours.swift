package import D8SModel

/// The hours of a window, counted from its start, and the days that they are of.
package struct CostHours: Hashable, Sendable {
    package let window: Window
    /// The days that begin in the window's zone, ascending.
    package let days: [Day]
    /// For each hour the index of its day: that on which the hour begins.
    package let dayOfHour: [Int]

    /// The whole hours of a window; the last one may reach beyond its end.
    ///
    /// A window of more than ten years is cut to its last ten.
    package init(_ window: Window, in zone: Zone) {
        let longest = 10 * 366 * 24.0
        let length = max(0, window.end.seconds(since: window.start) / 3600).rounded(.up)
        let start =
            length > longest ? window.end.adding(seconds: -longest * 3600) : window.start
        self.window = Window(start: start, end: max(start, window.end))
        var days: [Day] = []
        dayOfHour = (0..<Int(min(length, longest))).map { hour in
            let day = zone.day(of: start.adding(seconds: Double(hour) * 3600))
            if days.last != day { days.append(day) }
            return days.count - 1
        }
        self.days = days
    }

    package var count: Int { dayOfHour.count }

    /// The hour that holds a time in milliseconds; nil outside of the window.
    package func hour(of milliseconds: Int64) -> Int? {
        guard window.contains(Instant(milliseconds: milliseconds)) else { return nil }
        return Int((milliseconds - window.start.milliseconds) / 3_600_000)
    }
}
