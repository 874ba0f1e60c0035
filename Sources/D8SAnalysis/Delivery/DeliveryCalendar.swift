import D8SModel

/// The days, weeks and windows that a report counts by, looked up once for all services.
///
/// Boundaries are instants of the report's zone, so that a day of 23 or 25 hours is still a day.
struct DeliveryCalendar {
    let asOf: Instant
    /// Calendar days in a window.
    let windowDays: Int
    let now: Window
    let before: Window
    /// The last 28 days, and as many days before them as a window has; nil if the window is shorter.
    let trend: (now: Window, before: Window)?
    /// Starts of 52 stretches of seven days that end with the window, in milliseconds, and that end.
    let stretchStarts: [Int64]
    /// The week in which each stretch begins.
    let stretchWeeks: [Week]
    /// Start of each ISO week in milliseconds from the earliest one needed, and the end of the last.
    let weekStarts: [Int64]
    let weeks: [Week]
    /// Index of the first of the weeks that are shown: 53 of them.
    let firstShownWeek: Int
    /// Start of each day in milliseconds, and the end of the last.
    private let dayStarts: [Int64]

    /// Calendar days of the trend window.
    static let trendDays = 28

    init(asOf: Instant, zone: Zone, windowDays: Int) {
        self.asOf = asOf
        self.windowDays = min(max(windowDays, 1), 36_500)
        let today = zone.day(of: asOf)
        let firstDay = today.adding(days: -2 * self.windowDays)
        let middle = today.adding(days: -self.windowDays)
        now = Window(start: zone.start(of: middle), end: zone.start(of: today))
        before = Window(start: zone.start(of: firstDay), end: now.start)

        trend = Self.trend(before: today, zone, self.windowDays)
        let stretchDays = stride(from: -52 * 7, through: 0, by: 7).map { today.adding(days: $0) }
        stretchStarts = stretchDays.map { zone.start(of: $0).milliseconds }
        stretchWeeks = stretchDays.dropLast().map { Week(of: $0) }

        let lastMonday = Week(of: today).monday
        let shown = lastMonday.adding(days: -52 * 7)
        let first = min(shown, Week(of: firstDay).monday)
        let mondays = stride(from: first.number, through: lastMonday.number, by: 7)
        weeks = mondays.map { Week(of: Day(number: $0)) }
        firstShownWeek = (shown.number - first.number) / 7
        let days = first.number...(lastMonday.number + 7)
        dayStarts = days.map { zone.start(of: Day(number: $0)).milliseconds }
        weekStarts = stride(from: 0, to: dayStarts.count, by: 7).map { [dayStarts] in
            dayStarts[$0]
        }
    }

    private static func trend(
        before today: Day,
        _ zone: Zone,
        _ windowDays: Int
    ) -> (now: Window, before: Window)? {
        guard windowDays > trendDays else { return nil }
        let middle = today.adding(days: -trendDays)
        let start = zone.start(of: middle)
        return (
            Window(start: start, end: zone.start(of: today)),
            Window(start: zone.start(of: middle.adding(days: -windowDays)), end: start)
        )
    }

    /// The first instant that any figure looks at, except for what is still open.
    var horizon: Int64 { weekStarts[0] }

    /// Number of the day here, counted from the horizon; negative before it.
    func day(of milliseconds: Int64) -> Int {
        dayStarts.firstIndex(above: milliseconds) - 1
    }

    /// Index of the week; negative before the horizon.
    func week(of milliseconds: Int64) -> Int {
        weekStarts.firstIndex(above: milliseconds) - 1
    }

    /// Indices of the weeks that lie in the window from Monday to Sunday.
    func fullWeeks(in window: Window) -> Range<Int> {
        let first = weekStarts.firstIndex(above: window.start.milliseconds - 1)
        let end = weekStarts.firstIndex(above: window.end.milliseconds) - 1
        return first..<max(first, end)
    }
}

extension Array where Element == Int64 {
    /// Index of the first element above this value in an ascending array; `count` if there is none.
    func firstIndex(above value: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Index of the first element that is not below this value.
    func firstIndex(from value: Int64) -> Int {
        value == .min ? 0 : firstIndex(above: value - 1)
    }
}
