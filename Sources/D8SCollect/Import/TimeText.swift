import D8SModel

/// Reads the instants of imported files.
enum TimeText {
    enum Fault: Error {
        case noZone, noTime, dateAsNumber, outOfRange, unknown

        func reason(_ text: String) -> String {
            switch self {
            case .noZone:
                "`\(text)` has no time zone (append Z or an offset, or name one with `timezone`)"
            case .noTime: "`\(text)` is a day without a time"
            case .dateAsNumber: "`\(text)` may be a day or a Unix time: write it as ISO 8601"
            case .outOfRange: "`\(text)` is not in the years 1970 to 2200"
            case .unknown: "`\(text)` is no ISO 8601 time and no Unix time"
            }
        }
    }

    /// From which number on a Unix time is in milliseconds: as seconds it would be the year 5138.
    static let firstMilliseconds: Int64 = 100_000_000_000

    /// 1970-01-01 ..< 2201-01-01 in milliseconds.
    private static let range: Range<Int64> = 0..<7_289_654_400_000

    static func read(_ text: ArraySlice<UInt8>, zone: Zone?) -> Result<Instant, Fault> {
        let isNumber =
            text.first?.isDigit == true
            && text.dropFirst().allSatisfy {
                $0.isDigit || $0 == UInt8(ascii: ".")
            }
        let result = isNumber ? unixTime(text) : dateTime(text, zone: zone)
        if case .success(let instant) = result, !range.contains(instant.milliseconds) {
            return .failure(.outOfRange)
        }
        return result
    }

    private static func unixTime(_ text: ArraySlice<UInt8>) -> Result<Instant, Fault> {
        let parts = text.split(
            separator: UInt8(ascii: "."),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let fraction = parts.count > 1 ? parts[1] : []
        guard let whole = parts.first.flatMap(number), fraction.allSatisfy(\.isDigit),
            parts.count == 1 || !fraction.isEmpty
        else { return .failure(.unknown) }
        if (19_700_101...22_001_231).contains(whole) { return .failure(.dateAsNumber) }
        if whole >= firstMilliseconds { return .success(Instant(milliseconds: whole)) }
        let thousandths = Array(fraction.prefix(3)) + Array(repeating: UInt8(ascii: "0"), count: 3)
        let rest = number(thousandths[..<3]) ?? 0
        return .success(Instant(milliseconds: whole * 1000 + rest))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard !digits.isEmpty, digits.count <= 17 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 & 15) }
    }

    private static func dateTime(
        _ text: ArraySlice<UInt8>,
        zone: Zone?
    ) -> Result<Instant, Fault> {
        var reader = TimeReader(text)
        guard let day = reader.day() else { return .failure(.unknown) }
        if reader.isAtEnd { return .failure(.noTime) }
        guard let clock = reader.clock() else { return .failure(.unknown) }
        let local = Int64(day.number) * 86_400_000 + clock
        if reader.isAtEnd {
            guard let zone else { return .failure(.noZone) }
            return .success(instant(local: local, in: zone))
        }
        guard let offset = reader.offset(), reader.isAtEnd else { return .failure(.unknown) }
        return .success(Instant(milliseconds: local - Int64(offset) * 1000))
    }

    /// The instant with this wall clock reading: the first one where it is read twice, and the time
    /// before the change where the clock skips it.
    private static func instant(local: Int64, in zone: Zone) -> Instant {
        let day: Int64 = 86_400_000
        let before = zone.offset(at: Instant(milliseconds: local - day))
        let after = zone.offset(at: Instant(milliseconds: local + day))
        let guesses = [before, after].map { Instant(milliseconds: local - Int64($0) * 1000) }
        return guesses.first { guess in
            guess.milliseconds + Int64(zone.offset(at: guess)) * 1000 == local
        } ?? guesses[0]
    }
}
