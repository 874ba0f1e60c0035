import Foundation

/// A time zone of the IANA database: where the days of a report begin and end.
package struct Zone: Hashable, Sendable {
    private let timeZone: TimeZone

    /// The zone with this IANA name (`Europe/London`, `UTC`) or fixed offset (`GMT-0300`); nil if
    /// the database has none.
    package init?(identifier: String) {
        if Self.namesOfUTC.contains(identifier) {
            self = .utc
        } else if identifier.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
            let timeZone = TimeZone(identifier: identifier)
        {
            self.init(timeZone)
        } else {
            return nil
        }
    }

    private init(_ timeZone: TimeZone) {
        self.timeZone = timeZone
    }

    package static let utc = Zone(.gmt)

    private static let namesOfUTC: Set = ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Zulu", "Etc/Zulu"]

    /// The IANA name, `UTC` for Greenwich time.
    package var identifier: String { self == .utc ? "UTC" : timeZone.identifier }

    /// Seconds east of UTC at this instant.
    package func offset(at instant: Instant) -> Int {
        timeZone.secondsFromGMT(for: instant.date)
    }

    /// The calendar day here at this instant.
    package func day(of instant: Instant) -> Day {
        Day(number: Int(wallClock(at: instant).floorDivided(by: 86_400_000)))
    }

    /// Seconds since this day's 00:00 on the wall clock here, 0 ..< 86,400.
    package func secondsOfDay(of instant: Instant) -> Int {
        Int(wallClock(at: instant).floorRemainder(by: 86_400_000) / 1000)
    }

    /// The first instant of this day here, also where the clock change skips midnight.
    ///
    /// A day that the calendar here left out (2011-12-30 in Samoa) starts where the next one does,
    /// and so has no length.
    package func start(of day: Day) -> Instant {
        let midnight = Int64(day.number) * 86_400
        let before = offset(at: Instant(seconds: midnight - 86_400))
        let after = offset(at: Instant(seconds: midnight + 86_400))
        let early = midnight - Int64(max(before, after))
        if self.day(of: Instant(seconds: early)) >= day { return Instant(seconds: early) }
        return Instant(
            seconds: start(of: day, after: early, upTo: midnight - Int64(min(before, after)))
        )
    }

    /// Halves the span in which the clock changes: `early` is before the day, `late` is not.
    private func start(of day: Day, after early: Int64, upTo late: Int64) -> Int64 {
        var (early, late) = (early, late)
        while late - early > 1 {
            let middle = early + (late - early) / 2
            if self.day(of: Instant(seconds: middle)) >= day {
                late = middle
            } else {
                early = middle
            }
        }
        return late
    }

    /// Milliseconds since 1970-01-01 00:00 on the wall clock here.
    private func wallClock(at instant: Instant) -> Int64 {
        instant.milliseconds.clampedSum(Int64(offset(at: instant)) * 1000)
    }
}

extension Instant {
    fileprivate var date: Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
