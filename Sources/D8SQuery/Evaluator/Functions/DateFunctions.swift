internal import Glibc

/// Parts of the date of a time in seconds since 1970, in UTC.
enum DateFunctions {
    static func named(_ name: String) -> ((Double) -> Double)? {
        switch name {
        case "minute": { part($0) { Double($0.second / 60 % 60) } }
        case "hour": { part($0) { Double($0.second / 3600) } }
        case "day_of_week": { part($0) { Double(floorModulo($0.day + 4, 7)) } }
        case "day_of_month": { part($0) { Double(civil($0.day).day) } }
        case "day_of_year": { part($0) { Double($0.day - first(civil($0.day).year) + 1) } }
        case "month": { part($0) { Double(civil($0.day).month) } }
        case "year": { part($0) { Double(civil($0.day).year) } }
        case "days_in_month": { part($0) { Double(length(civil($0.day))) } }
        default: nil
        }
    }

    private typealias Moment = (day: Int, second: Int)
    private typealias Civil = (year: Int, month: Int, day: Int)

    /// NaN for what is no time, or one that no calendar has.
    private static func part(_ time: Double, _ value: (Moment) -> Double) -> Double {
        guard time.magnitude < 1e15 else { return .nan }
        let seconds = Int(time)
        let second = floorModulo(seconds, 86_400)
        return value(((seconds - second) / 86_400, second))
    }

    private static func floorModulo(_ number: Int, _ divisor: Int) -> Int {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }

    /// Year, month and day of a day since 1970 (Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", civil_from_days).
    private static func civil(_ day: Int) -> Civil {
        let shifted = day + 719_468
        let era = (shifted - floorModulo(shifted, 146_097)) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day since 1970 on which a year begins.
    private static func first(_ year: Int) -> Int {
        let before = year - 1
        let leaps = [(4, 1), (100, -1), (400, 1)].reduce(0) { sum, rule in
            sum + rule.1 * ((before - floorModulo(before, rule.0)) / rule.0)
        }
        return before * 365 + leaps - 719_162
    }

    private static func length(_ date: Civil) -> Int {
        switch date.month {
        case 4, 6, 9, 11: 30
        case 2:
            date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
