/// Finds the addresses in a style sheet.
enum StyleScanner {
    /// The arguments of every `url()` and the texts of every `@import`, comments left out, each
    /// with its place in bytes.
    static func addresses(in bytes: ArraySlice<UInt8>) -> [(text: String, offset: Int)] {
        var found: [(text: String, offset: Int)] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            guard isBeginning(bytes[position]) else {
                position += 1
                continue
            }
            if has("/*", bytes, position) {
                position = end(of: "*/", bytes, from: position + 2)
            } else if has("url(", bytes, position) {
                let (address, next) = argument(bytes, from: position + 4)
                found.append((address, position))
                position = next
            } else if has("@import", bytes, position) {
                position += 7
                while position < bytes.endIndex, isSpace(bytes[position]) { position += 1 }
                guard position < bytes.endIndex, isQuote(bytes[position]) else { continue }
                let (address, next) = argument(bytes, from: position)
                found.append((address, position))
                position = next
            } else {
                position += 1
            }
        }
        return found
    }

    /// A quoted text, or everything up to the closing parenthesis.
    private static func argument(
        _ bytes: ArraySlice<UInt8>,
        from start: Int
    ) -> (text: String, next: Int) {
        var begin = start
        while begin < bytes.endIndex, isSpace(bytes[begin]) { begin += 1 }
        guard begin < bytes.endIndex else { return ("", begin) }
        let isQuoted = isQuote(bytes[begin])
        let closing = isQuoted ? bytes[begin] : UInt8(ascii: ")")
        if isQuoted { begin += 1 }
        let end = bytes[begin...].firstIndex(of: closing) ?? bytes.endIndex
        var text = bytes[begin..<end]
        while !isQuoted, let last = text.last, isSpace(last) { text.removeLast() }
        return (String(decoding: text, as: UTF8.self), min(end + 1, bytes.endIndex))
    }

    private static func end(of mark: StaticString, _ bytes: ArraySlice<UInt8>, from: Int) -> Int {
        var position = from
        while position < bytes.endIndex {
            if has(mark.description, bytes, position) {
                return position + mark.utf8CodeUnitCount
            }
            position += 1
        }
        return bytes.endIndex
    }

    private static func has(_ text: String, _ bytes: ArraySlice<UInt8>, _ start: Int) -> Bool {
        var index = start
        for byte in text.utf8 {
            guard index < bytes.endIndex, bytes[index] == byte || bytes[index] | 0x20 == byte
            else { return false }
            index += 1
        }
        return true
    }

    /// Whether a comment, `url(` or `@import` may begin with this byte.
    private static func isBeginning(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@") || byte | 0x20 == UInt8(ascii: "u")
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0d).contains(byte)
    }
}
