package import D8SModel

/// Instants for tests, by their ISO 8601 text.
extension Instant: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self = Instant(iso8601: text, defaultOffset: 0) ?? Instant(milliseconds: .min)
    }
}
