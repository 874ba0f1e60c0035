/// What a number is counted in; it decides how the number is written.
package enum Unit: String, Sendable, CaseIterable {
    /// A share from 0 to 1, written as a percentage.
    case ratio
    /// A length of time in seconds, written as `3 h 40 min`.
    case seconds
    /// Events per day.
    case perDay
    /// Days per week.
    case daysPerWeek
    /// A number of things.
    case count
}
