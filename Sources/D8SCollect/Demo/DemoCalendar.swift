import D8SModel

/// The days of the demo: which are worked on, how fast, and when each begins.
struct DemoCalendar: Sendable {
    struct Date: Sendable {
        let day: Day
        let start: Instant
        /// Share of the usual pace: 0 on weekends, holidays and in the year-end freeze, 0.6 in the
        /// two weeks of summer, else 1.
        let pace: Double
    }

    let dates: [Date]
    /// The last day on which people work.
    let lastWorkday: Day

    /// How many days before the end no freeze and no slack holds, so that silence means something.
    private static let steadyDays = 28

    init(days: Int, end: Day, zone: Zone) {
        let first = end.adding(days: 1 - max(1, days))
        dates = (first.number...end.number).map { number in
            let day = Day(number: number)
            let isSteady = number > end.number - Self.steadyDays
            let pace = Self.pace(of: day, isSteady: isSteady)
            return Date(day: day, start: zone.start(of: day), pace: pace)
        }
        lastWorkday = dates.last { $0.pace > 0 }?.day ?? end
    }

    private static func pace(of day: Day, isSteady: Bool) -> Double {
        if day.weekday > 5 || isHoliday(day) { return 0 }
        if isSteady { return 1 }
        let isYearEnd = (day.month == 12 && day.day >= 23) || (day.month == 1 && day.day <= 2)
        if isYearEnd { return 0 }
        return day.month == 8 && (3...16).contains(day.day) ? 0.6 : 1
    }

    /// New Year, Good Friday, Easter Monday, Labour Day and Christmas.
    private static func isHoliday(_ day: Day) -> Bool {
        switch (day.month, day.day) {
        case (1, 1), (5, 1), (12, 25), (12, 26): return true
        default:
            guard let easter = easter(of: day.year) else { return false }
            return day == easter.adding(days: -2) || day == easter.adding(days: 1)
        }
    }

    /// Easter Sunday by the anonymous Gregorian algorithm (Meeus 1991, chapter 8).
    private static func easter(of year: Int) -> Day? {
        let golden = year % 19
        let century = year / 100
        let rest = year % 100
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let month = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * month + 114
        return Day(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
