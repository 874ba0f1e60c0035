import ArgumentParser
import D8SModel

/// An instant as a person asks for it: a day, an instant, Unix seconds, or relative to now.
enum QueryTime: Sendable, ExpressibleByArgument {
    case written(AsOf)
    case unix(Instant)
    /// Seconds after now; negative before.
    case relative(Double)

    /// Unix seconds within which all samples lie.
    private static let farthest = 1e12

    init?(argument: String) {
        if let written = AsOf(argument: argument) {
            self = .written(written)
        } else if let seconds = Double(argument), seconds.magnitude < Self.farthest {
            self = .unix(Instant(seconds: 0).adding(seconds: seconds))
        } else if argument == "now" {
            self = .relative(0)
        } else {
            let isAgo = argument.hasPrefix("now-")
            guard isAgo || argument.hasPrefix("now+"),
                let seconds = DurationText.seconds(String(argument.dropFirst(4)))
            else { return nil }
            self = .relative(isAgo ? -seconds : seconds)
        }
    }

    func instant(now: Instant, in zone: Zone) -> Instant {
        switch self {
        case .written(let asOf): asOf.instant(in: zone)
        case .unix(let instant): instant
        case .relative(let seconds): now.adding(seconds: seconds)
        }
    }
}
