import D8SModel

/// Reads the parts of an ISO 8601 time from left to right; as fast as the rows of a file come.
struct TimeReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>) {
        rest = text
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// `yyyy-mm-dd` with a day that exists.
    mutating func day() -> Day? {
        guard let century = twoDigits(), let years = twoDigits(), skip("-"),
            let month = twoDigits(), skip("-"), let day = twoDigits()
        else { return nil }
        return Day(year: century * 100 + years, month: month, day: day)
    }

    /// `Thh:mm[:ss[.fff…]]` in milliseconds since midnight; a leap second is the one before it.
    mutating func clock() -> Int64? {
        guard skip("T") || skip("t") || skip(" "), let hour = twoDigits(), hour < 24, skip(":"),
            let minute = twoDigits(), minute < 60
        else { return nil }
        let minutes = Int64(hour * 60 + minute) * 60_000
        guard skip(":") else { return minutes }
        guard let second = twoDigits(), second <= 60 else { return nil }
        let seconds = minutes + Int64(min(second, 59)) * 1000
        guard skip(".") || skip(",") else { return seconds }
        return thousandths().map { seconds + $0 }
    }

    /// `Z`, `UTC`, `GMT` or `±hh[:mm]`, after a space or none, in seconds east of UTC.
    mutating func offset() -> Int? {
        _ = skip(" ")
        if skip("Z") || skip("z") || skip(word: "UTC") || skip(word: "GMT") { return 0 }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = twoDigits(), hours < 24 else { return nil }
        guard !rest.isEmpty else { return (isWest ? -3600 : 3600) * hours }
        _ = skip(":")
        guard let minutes = twoDigits(), minutes < 60 else { return nil }
        return (isWest ? -60 : 60) * (hours * 60 + minutes)
    }

    private mutating func twoDigits() -> Int? {
        guard rest.count >= 2 else { return nil }
        let tens = rest[rest.startIndex]
        let ones = rest[rest.startIndex + 1]
        guard tens.isDigit, ones.isDigit else { return nil }
        rest = rest[(rest.startIndex + 2)...]
        return Int(tens & 15) * 10 + Int(ones & 15)
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skip(word: StaticString) -> Bool {
        let isThere = word.withUTF8Buffer { rest.starts(with: $0) }
        if isThere { rest = rest.dropFirst(word.utf8CodeUnitCount) }
        return isThere
    }

    private mutating func thousandths() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let digit = rest.first, digit.isDigit {
            if count < 3 { value = value * 10 + Int64(digit & 15) }
            count += 1
            rest = rest.dropFirst()
        }
        guard count > 0 else { return nil }
        return count == 1 ? value * 100 : count == 2 ? value * 10 : value
    }
}
