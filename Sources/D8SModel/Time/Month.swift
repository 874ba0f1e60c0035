/// A calendar month.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let first: Day

    /// The month that holds this day.
    package init(of day: Day) {
        first = day.adding(days: 1 - day.day)
    }

    package var next: Month { Month(of: first.adding(days: 31)) }
    package var previous: Month { Month(of: first.adding(days: -1)) }
    package var last: Day { next.first.adding(days: -1) }
    /// 28 to 31.
    package var length: Int { next.first.number - first.number }
    package var days: Range<Day> { first..<next.first }

    /// `2026-11`.
    package var description: String { "\(yearText(first.year))-\(twoDigits(first.month))" }

    package static func < (left: Month, right: Month) -> Bool {
        left.first < right.first
    }
}
