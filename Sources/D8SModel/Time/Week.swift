/// An ISO 8601 week: Monday to Sunday, named after the year that holds its Thursday.
package struct Week: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let monday: Day

    /// The week that holds this day.
    package init(of day: Day) {
        monday = day.adding(days: 1 - day.weekday)
    }

    package var year: Int { monday.adding(days: 3).year }

    /// 1 to 53.
    package var number: Int {
        let thursday = monday.adding(days: 3)
        let first = Day(year: thursday.year, month: 1, day: 1) ?? thursday
        return (thursday.number - first.number) / 7 + 1
    }

    package var next: Week { Week(of: monday.adding(days: 7)) }

    /// `2026-W47`.
    package var description: String { "\(yearText(year))-W\(twoDigits(number))" }

    package static func < (left: Week, right: Week) -> Bool {
        left.monday < right.monday
    }
}
