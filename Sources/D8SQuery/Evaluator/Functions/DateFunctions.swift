import D8SModel

/// Parts of the date of a time in seconds since 1970, in UTC.
enum DateFunctions {
    static func named(_ name: String) -> ((Double) -> Double)? {
        switch name {
        case "minute": part { $0.second / 60 % 60 }
        case "hour": part { $0.second / 3600 }
        case "day_of_week": part { $0.day.weekday % 7 }
        case "day_of_month": part { $0.day.day }
        case "day_of_year": part { $0.day.number - first(of: 1, $0.day.year) + 1 }
        case "month": part { $0.day.month }
        case "year": part { $0.day.year }
        case "days_in_month": part { length(ofMonth: $0.day) }
        default: nil
        }
    }

    private typealias Moment = (day: Day, second: Int)

    /// NaN for what is no time, or one that no calendar has.
    private static func part(_ value: @escaping (Moment) -> Int) -> (Double) -> Double {
        { time in
            guard time.magnitude < 1e15 else { return .nan }
            let seconds = Int(time)
            let rest = seconds % 86_400
            let second = rest < 0 ? rest + 86_400 : rest
            return Double(value((Day(number: (seconds - second) / 86_400), second)))
        }
    }

    /// The number of the day with which a month begins; the 13th is the next year's first.
    private static func first(of month: Int, _ year: Int) -> Int {
        let isNext = month > 12
        let day = Day(year: isNext ? year + 1 : year, month: isNext ? 1 : month, day: 1)
        return day?.number ?? 0
    }

    private static func length(ofMonth day: Day) -> Int {
        first(of: day.month + 1, day.year) - first(of: day.month, day.year)
    }
}
