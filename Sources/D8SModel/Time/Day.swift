/// A calendar day of the proleptic Gregorian calendar, without a time zone.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    package let number: Int

    /// The days that an `Instant` can tell apart, some 292 million years around 1970.
    private static let range = -106_751_991_168...106_751_991_167

    /// The day with this number, or the first or last one there is.
    package init(number: Int) {
        self.number = min(max(number, Self.range.lowerBound), Self.range.upperBound)
    }

    /// The day with this date; nil if the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day),
            (-200_000_000...200_000_000).contains(year)
        else { return nil }
        self.init(number: Self.number(year: year, month: month, day: day))
        guard self.year == year, self.month == month, self.day == day else { return nil }
    }

    /// Reads `2026-11-20`; nil if it is anything else.
    package init?(iso8601 text: some StringProtocol) {
        var reader = DateTimeReader(text.utf8)
        guard let day = reader.day(), reader.isAtEnd else { return nil }
        self = day
    }

    package var year: Int { civil.year }
    /// 1 (January) to 12.
    package var month: Int { civil.month }
    /// 1 to 31.
    package var day: Int { civil.day }

    /// 1 (Monday) to 7 (Sunday), as in ISO 8601.
    package var weekday: Int {
        (number + 3) % 7 < 0 ? (number + 3) % 7 + 8 : (number + 3) % 7 + 1
    }

    /// The day this many days later (earlier when negative), or the first or last one there is.
    package func adding(days: Int) -> Day {
        let (sum, isTooLarge) = number.addingReportingOverflow(days)
        return Day(number: isTooLarge ? (days < 0 ? .min : .max) : sum)
    }

    /// `2026-11-20`; a year before 0 has its sign, as in ISO 8601.
    package var description: String {
        var bytes: [UInt8] = []
        appendISO8601(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `description` says.
    func appendISO8601(to bytes: inout [UInt8]) {
        let (year, month, day) = civil
        if (0...9999).contains(year) {
            bytes.append(digits: year, count: 4)
        } else {
            bytes += yearText(year).utf8
        }
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: month, count: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: day, count: 2)
    }

    package static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    /// Hinnant's `civil_from_days` (https://howardhinnant.github.io/date_algorithms.html).
    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Hinnant's `days_from_civil` (the same page).
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

/// A year in at least four digits, with a sign before the year 0, as in ISO 8601.
func yearText(_ year: Int) -> String {
    let digits = String(year.magnitude)
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
