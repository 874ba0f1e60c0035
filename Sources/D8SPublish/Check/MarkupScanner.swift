import Glibc

/// Reads the tags of an HTML or XML text from left to right, byte by byte.
///
/// It is as lenient as a browser where it has to be (unquoted values, upper case), and skips
/// comments, CDATA and the text of scripts.
struct MarkupScanner {
    struct Tag {
        /// In lower case; empty if it is none of `MarkupName`.
        let name: String
        /// Those of `MarkupName`, in lower case; values with their character references resolved.
        let attributes: [(name: String, value: String)]
        /// The text of a `style` element; nil for all others.
        let style: ArraySlice<UInt8>?
        let offset: Int
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next start tag; nil at the end of the text.
    mutating func nextTag() -> Tag? {
        while let start = index(of: UInt8(ascii: "<"), from: position) {
            position = start + 1
            if has("!--") {
                skip(past: "-->")
            } else if has("![CDATA[") {
                skip(past: "]]>")
            } else if position < bytes.count, isLetter(bytes[position]) {
                return tag(at: start)
            }
        }
        return nil
    }

    private mutating func tag(at start: Int) -> Tag {
        let name = MarkupName.known(bytes, word { $0 == UInt8(ascii: "/") }) ?? ""
        var attributes: [(name: String, value: String)] = []
        while let attribute = nextAttribute() {
            guard let name = attribute.name else { continue }
            let value = CharacterReferences.resolved(bytes[attribute.value])
            attributes.append((name, value))
        }
        return Tag(name: name, attributes: attributes, style: rawText(of: name), offset: start)
    }

    /// The next one, with the place of its value; stops behind the `>` of the tag.
    private mutating func nextAttribute() -> (name: String?, value: Range<Int>)? {
        while position < bytes.count,
            isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/")
        {
            position += 1
        }
        guard position < bytes.count else { return nil }
        guard bytes[position] != UInt8(ascii: ">") else {
            position += 1
            return nil
        }
        let begin = position
        let word = word { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") }
        let name = MarkupName.known(bytes, word)
        if position == begin { position += 1 }
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            return (name, position..<position)
        }
        position += 1
        skipSpace()
        return (name, value())
    }

    private mutating func value() -> Range<Int> {
        guard position < bytes.count else { return position..<position }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return word { _ in false }
        }
        let start = position + 1
        let end = index(of: quote, from: start) ?? bytes.count
        position = min(end + 1, bytes.count)
        return start..<end
    }

    /// Skips the text of elements that hold none of our tags; the text itself only for `style`.
    private mutating func rawText(of name: String) -> ArraySlice<UInt8>? {
        guard name == "script" || name == "style" || name == "textarea" else { return nil }
        guard position >= 2, bytes[position - 2] != UInt8(ascii: "/") else { return nil }
        let start = position
        let end = "</" + name
        while let open = index(of: UInt8(ascii: "<"), from: position) {
            position = open
            if has(end) { break }
            position += 1
        }
        if index(of: UInt8(ascii: "<"), from: position) == nil { position = bytes.count }
        return name == "style" ? bytes[start..<position] : nil
    }

    private mutating func word(until isEnd: (UInt8) -> Bool) -> Range<Int> {
        let start = position
        while position < bytes.count, !isSpace(bytes[position]),
            bytes[position] != UInt8(ascii: ">"), !isEnd(bytes[position])
        {
            position += 1
        }
        return start..<position
    }

    private mutating func skipSpace() {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    }

    private mutating func skip(past mark: StaticString) {
        while position < bytes.count, !has(mark.description) { position += 1 }
        position = min(position + mark.utf8CodeUnitCount, bytes.count)
    }

    /// Whether this text stands here, ASCII case left out of account.
    private func has(_ text: String) -> Bool {
        var index = position
        for byte in text.utf8 {
            guard index < bytes.count, lower(bytes[index]) == lower(byte) else { return false }
            index += 1
        }
        return true
    }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        bytes.withUnsafeBytes { all in
            guard start < all.count, let base = all.baseAddress,
                let found = memchr(base + start, Int32(byte), all.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte))
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0d).contains(byte)
    }
}
