import ArgumentParser
import D8SModel

/// The instant a report is about, as a person writes it.
enum AsOf: Sendable, ExpressibleByArgument {
    case instant(Instant)
    /// The first instant of the day in the configured time zone.
    case day(Day)

    init?(argument: String) {
        if let day = Day(iso8601: argument) {
            self = .day(day)
        } else if let instant = Instant(iso8601: argument) {
            self = .instant(instant)
        } else {
            return nil
        }
    }

    func instant(in zone: Zone) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .day(let day): zone.start(of: day)
        }
    }
}
