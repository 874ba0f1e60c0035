/// How soon somebody has to act.
package enum Severity: Int, Hashable, Comparable, Sendable, CaseIterable {
    case info = 1
    /// Act this week.
    case warning = 2
    /// Act today.
    case critical = 3

    /// `critical`, `warning` or `info`: the word in JSON, CSV and HTML classes.
    package var word: String {
        switch self {
        case .info: "info"
        case .warning: "warning"
        case .critical: "critical"
        }
    }

    /// Seconds a person has for the first reaction, from the night on which it was raised; nil: none.
    package var reactionTime: Double? {
        switch self {
        case .info: nil
        case .warning: 7 * 86_400
        case .critical: 86_400
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }
}
