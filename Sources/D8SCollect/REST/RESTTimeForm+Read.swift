import D8SModel

/// Why a text is no time.
struct RESTTimeFault: Error {
    let reason: String
}

extension RESTField.TimeForm? {
    /// The instant that this text is, in the years 1970 to 2200.
    func read(_ text: String) throws(RESTTimeFault) -> Instant {
        let instant: Instant?
        switch self {
        case nil: return try Self.anyForm(text)
        case .iso8601?: instant = Instant(iso8601: text)
        case .utc?:
            instant = Instant(iso8601: text, defaultOffset: 0) ?? Instant(iso8601: text + "T00:00Z")
        case .unix?: instant = Self.scaled(text, by: 1000)
        case .ms?: instant = Self.scaled(text, by: 1)
        case .date?: instant = Instant(iso8601: text + "T00:00Z")
        }
        guard let instant, Self.range.contains(instant.milliseconds) else {
            throw RESTTimeFault(reason: "`\(text.abridged)` is no such time as is declared")
        }
        return instant
    }

    private static var range: Range<Int64> { 0..<7_289_654_400_000 }

    private static func scaled(_ text: String, by factor: Double) -> Instant? {
        guard let number = Double(text), abs(number) < 1e15 else { return nil }
        return Instant(milliseconds: Int64((number * factor).rounded()))
    }

    private static func anyForm(_ text: String) throws(RESTTimeFault) -> Instant {
        switch TimeText.read(Array(text.utf8)[...], zone: nil) {
        case .success(let instant): return instant
        case .failure(.noZone):
            throw RESTTimeFault(
                reason: "`\(text.abridged)` has no time zone; declare `time: utc` if it is in UTC"
            )
        case .failure(let fault): throw RESTTimeFault(reason: fault.reason(text.abridged))
        }
    }
}
