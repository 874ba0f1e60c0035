/// Reads one JSON object (RFC 8259) from bytes into flat keys and values.
///
/// A value is the text of a string, number, `true` or `false`; `null` is no value. The elements of
/// an array are joined by spaces, the keys of a nested object by full stops.
struct JSONObjectReader: JSONScanner {
    typealias Receiver = (_ key: ArraySlice<UInt8>, _ value: Range<Int>) -> String?

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    private var key: [UInt8] = []

    private static let depthLimit = 32

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Appends the values to `output` and names each to `receive`; returns what is wrong, if
    /// anything.
    mutating func read(into output: inout [UInt8], _ receive: Receiver) -> String? {
        skipSpace()
        guard peek == UInt8(ascii: "{") else { return "is no JSON object" }
        if let fault = readObject(into: &output, depth: 0, receive) { return fault }
        skipSpace()
        return position == bytes.count ? nil : "has text after the JSON object"
    }

    private var broken: String { "is no valid JSON at byte \(position + 1)" }

    private mutating func readObject(
        into output: inout [UInt8],
        depth: Int,
        _ receive: Receiver
    ) -> String? {
        guard depth < Self.depthLimit else { return "is nested too deeply" }
        _ = skip("{")
        if skip("}") { return nil }
        let outer = key.count
        repeat {
            key.removeSubrange(outer...)
            if outer > 0 { key.append(UInt8(ascii: ".")) }
            guard skip("\""), readKey(), skip(":") else { return broken }
            if let fault = readMember(into: &output, depth: depth, receive) { return fault }
        } while skip(",")
        key.removeSubrange(outer...)
        return skip("}") ? nil : broken
    }

    /// Appends the rest of a key after its opening quote to `key`.
    private mutating func readKey() -> Bool {
        var path: [UInt8] = []
        swap(&path, &key)
        defer { swap(&path, &key) }
        return readString(into: &path)
    }

    private mutating func readMember(
        into output: inout [UInt8],
        depth: Int,
        _ receive: Receiver
    ) -> String? {
        skipSpace()
        if peek == UInt8(ascii: "{") {
            return readObject(into: &output, depth: depth + 1, receive)
        }
        let start = output.count
        guard readValue(into: &output, depth: depth) else { return broken }
        return receive(key[...], start..<output.count)
    }

    /// A scalar or an array of them; an object inside an array is passed over.
    private mutating func readValue(into output: inout [UInt8], depth: Int) -> Bool {
        guard depth < Self.depthLimit else { return false }
        skipSpace()
        switch peek {
        case UInt8(ascii: "\""):
            position += 1
            return readString(into: &output)
        case UInt8(ascii: "["): return readArray(into: &output, depth: depth + 1)
        case UInt8(ascii: "{"):
            var ignored: [UInt8] = []
            return readObject(into: &ignored, depth: depth + 1) { _, _ in nil } == nil
        default: return readWord(into: &output)
        }
    }

    private mutating func readArray(into output: inout [UInt8], depth: Int) -> Bool {
        _ = skip("[")
        if skip("]") { return true }
        let start = output.count
        repeat {
            if output.count > start { output.append(UInt8(ascii: " ")) }
            guard readValue(into: &output, depth: depth) else { return false }
        } while skip(",")
        return skip("]")
    }

    /// A number, `true`, `false` or `null`.
    private mutating func readWord(into output: inout [UInt8]) -> Bool {
        let start = position
        while let byte = peek, byte.isWordOfJSON { position += 1 }
        let word = bytes[start..<position]
        if word.elementsEqual("null".utf8) { return true }
        let isName = word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
        guard isName || Self.isNumber(word) else { return false }
        output.append(contentsOf: word)
        return true
    }

    private static func isNumber(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = word.first, first.isDigit || first == UInt8(ascii: "-"),
            let last = word.last, last.isDigit
        else { return false }
        return word.dropFirst().allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
    }

    /// The rest of a string after its opening quote.
    private mutating func readString(into output: inout [UInt8]) -> Bool {
        while true {
            let start = position
            while let byte = peek, byte != .quote, byte != UInt8(ascii: "\\"), byte >= 0x20 {
                position += 1
            }
            output.append(contentsOf: bytes[start..<position])
            guard let byte = peek, byte >= 0x20 else { return false }
            position += 1
            if byte == .quote { return true }
            guard readEscape(into: &output) else { return false }
        }
    }

    private mutating func readEscape(into output: inout [UInt8]) -> Bool {
        guard let byte = peek else { return false }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case .quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(byte)
        case UInt8(ascii: "u"): return readUnicode(into: &output)
        default: return false
        }
        return true
    }

    /// The four digits after `\u`, and the second half of a surrogate pair after a first one.
    private mutating func readUnicode(into output: inout [UInt8]) -> Bool {
        guard let first = readHex() else { return false }
        var value = UInt32(first)
        if (0xD800..<0xDC00).contains(value) {
            guard peek == UInt8(ascii: "\\") else { return false }
            position += 1
            guard peek == UInt8(ascii: "u") else { return false }
            position += 1
            guard let second = readHex(), (0xDC00..<0xE000).contains(second) else { return false }
            value = 0x10000 + (value - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { return false }
        output.append(contentsOf: Character(scalar).utf8)
        return true
    }

    private mutating func readHex() -> UInt16? {
        guard bytes.count - position >= 4 else { return nil }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        position += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

extension UInt8 {
    fileprivate var isWordOfJSON: Bool {
        isDigit || (self | 0x20) &- UInt8(ascii: "a") < 26 || "+-.".utf8.contains(self)
    }
}
