import D8SModel

/// The time of a row, in the ways in which tables of measurements have it.
enum RowTime {
    /// Milliseconds since 1970; nil if it is none.
    ///
    /// An ISO 8601 time, with a space for the T and UTC where it names no zone; a day; a month
    /// (`2026-11`); or a Unix time from 1973 on, in seconds or milliseconds.
    static func milliseconds(_ text: ArraySlice<UInt8>) -> Int64? {
        switch TimeText.read(text, zone: .utc) {
        case .success(let instant):
            let isNumber = text.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
            return isNumber && instant.milliseconds < TimeText.firstMilliseconds
                ? nil : instant.milliseconds
        case .failure(.noTime): return day(Array(text))
        case .failure(.outOfRange), .failure(.unknown): return early(Array(text))
        case .failure: return nil
        }
    }

    private static func day(_ text: [UInt8]) -> Int64? {
        var reader = TimeReader(text[...])
        guard let day = reader.day(), reader.isAtEnd else { return nil }
        return Int64(day.number) * 86_400_000
    }

    /// Months, and days and times before 1970.
    private static func early(_ text: [UInt8]) -> Int64? {
        if text.count == 7 { return day(text + "-01".utf8) }
        var reader = TimeReader(text[...])
        guard let day = reader.day() else { return nil }
        let midnight = Int64(day.number) * 86_400_000
        if reader.isAtEnd { return midnight }
        guard let clock = reader.clock() else { return nil }
        let offset = reader.isAtEnd ? 0 : reader.offset()
        return offset.map { midnight + clock - Int64($0) * 1000 }
    }
}
