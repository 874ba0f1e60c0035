import D8SModel

/// Reads the times of one column, whose texts mostly repeat.
///
/// `2024-09-18T22:00:00Z`, with a space for the T, without seconds, and with or without a zone:
/// FOCUS wants UTC ("Date/Time Format"), so a time without a zone is UTC. A day alone is its first
/// instant. Days in any other order of their parts are never guessed at.
struct FocusTimeReader {
    private var text: [UInt8] = []
    private var known: Instant?

    @inline(__always)
    mutating func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        if let known, text.count == bytes.count,
            text.withUnsafeBufferPointer({ $0.elementsEqual(bytes) })
        {
            return known
        }
        return read(bytes)
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: bytes.prefix(64))
        known = bytes.count > 64 ? nil : Self.instant(text[...])
        return known
    }

    private static func instant(_ text: ArraySlice<UInt8>) -> Instant? {
        // A number would be read as a Unix time, which FOCUS does not have.
        guard text.contains(UInt8(ascii: "-")) else { return nil }
        var reader = TimeReader(text)
        if let day = reader.day(), reader.isAtEnd {
            guard (1970...2200).contains(day.year) else { return nil }
            return day.startInUTC
        }
        return try? TimeText.read(text, zone: .utc).get()
    }
}
