extension Instant: CustomStringConvertible {
    /// The instant in UTC as ISO 8601, `2026-11-20T02:00:00Z`, with milliseconds only if there are any.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        appendISO8601(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `description` says.
    package func appendISO8601(to bytes: inout [UInt8]) {
        let day = Day(number: Int(milliseconds.floorDivided(by: 86_400_000)))
        let rest = Int(milliseconds.floorRemainder(by: 86_400_000))
        day.appendISO8601(to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(digits: rest / 3_600_000, count: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: rest / 60_000 % 60, count: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: rest / 1000 % 60, count: 2)
        if rest % 1000 != 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(digits: rest % 1000, count: 3)
        }
        bytes.append(UInt8(ascii: "Z"))
    }

    /// Reads an ISO 8601 / RFC 3339 date and time such as `2026-11-20T02:00:00Z`,
    /// `2026-11-20 02:00:00.5+01:00` or `2026-11-20T02:00Z`; nil if it is anything else.
    ///
    /// A text without a zone (`Z`, `±hh:mm`, `±hhmm`, `±hh`) is read in `defaultOffset` seconds
    /// east of UTC, or is nil when there is none: a guessed zone shifts every figure. Digits past
    /// the millisecond are cut off. A leap second (`23:59:60` in UTC) counts as the second before
    /// it, since POSIX time has no place for it.
    package init?(iso8601 text: some StringProtocol, defaultOffset: Int? = nil) {
        var reader = DateTimeReader(text.utf8)
        guard let day = reader.day(), let time = reader.clock() else { return nil }
        guard let offset = reader.isAtEnd ? defaultOffset : reader.offset(), reader.isAtEnd
        else { return nil }
        let dayStart = Int64(day.number) * 86_400_000
        let shift = Int64(offset).multipliedReportingOverflow(by: 1000)
        guard !shift.overflow else { return nil }
        let instant = (dayStart + time).clampedSum(-shift.partialValue)
        if reader.sawLeapSecond, instant.floorRemainder(by: 86_400_000) < 86_399_000 { return nil }
        self.init(milliseconds: instant)
    }
}

package func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
}

extension [UInt8] {
    /// Appends the last two, three or four digits of a whole number that is not negative.
    mutating func append(digits number: Int, count: Int) {
        if count > 3 { append(digit: number / 1000) }
        if count > 2 { append(digit: number / 100) }
        append(digit: number / 10)
        append(digit: number)
    }

    private mutating func append(digit number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
