/// Reads the parts of an ISO 8601 text from left to right, byte by byte.
struct DateTimeReader<Bytes: Collection<UInt8>> {
    private var rest: Bytes.SubSequence
    /// Whether `clock()` read a second 60.
    private(set) var sawLeapSecond = false

    init(_ bytes: Bytes) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// `yyyy-mm-dd` with a day that exists.
    mutating func day() -> Day? {
        guard let year = digits(4), skip("-"), let month = digits(2), skip("-"),
            let day = digits(2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `Thh:mm[:ss[.fff…]]` in milliseconds since midnight; a leap second counts as the one before.
    mutating func clock() -> Int64? {
        guard skip("T") || skip("t") || skip(" ") else { return nil }
        guard let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60
        else { return nil }
        var milliseconds = Int64(hour * 60 + minute) * 60_000
        guard skip(":") else { return milliseconds }
        guard let second = digits(2), second <= 60 else { return nil }
        sawLeapSecond = second == 60
        milliseconds += Int64(min(second, 59)) * 1000
        guard skip(".") || skip(",") else { return milliseconds }
        guard let fraction = fractionMilliseconds() else { return nil }
        return milliseconds + fraction
    }

    /// `Z`, `±hh:mm`, `±hhmm` or `±hh` in seconds east of UTC; nil if it is anything else.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        else { return nil }
        rest = rest.dropFirst()
        guard let hours = digits(2), hours < 24 else { return nil }
        let hasColon = skip(":")
        let minutes = digits(2)
        if hasColon, minutes == nil { return nil }
        guard minutes ?? 0 < 60 else { return nil }
        let seconds = hours * 3600 + (minutes ?? 0) * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    private mutating func digits(_ count: Int) -> Int? {
        let head = rest.prefix(count)
        guard head.count == count, head.allSatisfy(isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return head.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func fractionMilliseconds() -> Int64? {
        let all = rest.prefix(while: isDigit)
        guard !all.isEmpty else { return nil }
        rest = rest.dropFirst(all.count)
        let padded = Array(all.prefix(3)) + Array(repeating: UInt8(ascii: "0"), count: 3)
        return padded.prefix(3).reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
