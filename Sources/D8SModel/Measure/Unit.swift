/// What a number is counted in; it decides how the number is written.
package enum Unit: String, Sendable, CaseIterable {
    /// A share from 0 to 1, written as a percentage.
    case ratio
    /// A length of time in seconds, written as `3 h 40 min`.
    case seconds
    /// Events per second.
    case perSecond
    /// Events per day.
    case perDay
    /// Days per week.
    case daysPerWeek
    /// A number of things.
    case count
    /// Bytes, written in powers of 1024: `1.5 GiB`.
    case bytes
    /// Bytes per second, written as `12 MiB/s`.
    case bytesPerSecond
    /// Processor cores, written as `0.25 cores`.
    case cores
    /// Degrees Celsius.
    case celsius
    /// Money in the currency of the format.
    case money
}
