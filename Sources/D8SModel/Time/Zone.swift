import Foundation

/// A time zone of the IANA database: where the days of a report begin and end.
package struct Zone: Hashable, Sendable {
    private let timeZone: TimeZone

    /// The zone with this IANA name (`Europe/London`, `UTC`); nil if the database has none.
    package init?(identifier: String) {
        guard let timeZone = TimeZone(identifier: identifier) else { return nil }
        self.timeZone = timeZone
    }

    private init(_ timeZone: TimeZone) {
        self.timeZone = timeZone
    }

    package static let utc = Zone(.gmt)

    /// The IANA name, `UTC` for Greenwich time.
    package var identifier: String {
        timeZone.identifier == "GMT" ? "UTC" : timeZone.identifier
    }

    /// Seconds east of UTC at this instant.
    package func offset(at instant: Instant) -> Int {
        timeZone.secondsFromGMT(for: instant.date)
    }

    /// The calendar day here at this instant.
    package func day(of instant: Instant) -> Day {
        let local = instant.milliseconds + Int64(offset(at: instant)) * 1000
        return Day(number: Int(local.floorDivided(by: 86_400_000)))
    }

    /// Seconds since this day's 00:00 on the wall clock here, 0 ..< 86,400.
    package func secondsOfDay(of instant: Instant) -> Int {
        let local = instant.milliseconds + Int64(offset(at: instant)) * 1000
        return Int((local - local.floorDivided(by: 86_400_000) * 86_400_000) / 1000)
    }

    /// The first instant of this day here, also where the clock change skips midnight.
    package func start(of day: Day) -> Instant {
        let midnight = Instant(seconds: Int64(day.number) * 86_400)
        let before = offset(at: midnight.adding(seconds: -86_400))
        let after = offset(at: midnight.adding(seconds: 86_400))
        let guesses = [max(before, after), min(before, after)].map {
            midnight.adding(seconds: -Double($0))
        }
        return guesses.first { self.day(of: $0) == day } ?? midnight
    }
}

extension Instant {
    fileprivate var date: Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
