package import D8SModel

/// How a request writes a time.
package enum RESTTimeFormat: String, Hashable, Sendable, CaseIterable {
    /// `2026-11-20T02:00:00Z`
    case iso8601
    /// Whole seconds since 1970.
    case unix
    /// Milliseconds since 1970.
    case ms
    /// `2026-11-20`, in UTC.
    case date

    package func text(_ instant: Instant) -> String {
        let milliseconds = instant.milliseconds
        return switch self {
        case .iso8601: "\(instant)"
        case .unix: "\(milliseconds / 1000)"
        case .ms: "\(milliseconds)"
        case .date: "\(instant)".prefix { $0 != "T" }.description
        }
    }
}
