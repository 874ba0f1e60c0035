import Glibc

/// Reads one JSON text (RFC 8259) into a value; strict, and safe against deep nesting.
struct JSONParser: JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    private static let depthLimit = 256

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The value that these bytes are, with nothing but white space around it.
    static func value(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONFault> in
            var parser = JSONParser(buffer)
            do throws(JSONFault) {
                return .success(try parser.whole())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private mutating func whole() throws(JSONFault) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw fault("text follows the value") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.depthLimit else { throw fault("it is nested too deeply") }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("it ends where a value should be")
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        position += 1
        var members: [String: JSONValue] = [:]
        if skip("}") { return .object(members) }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw fault("a name in quotes is missing") }
            let name = try string()
            guard skip(":") else { throw fault("a colon is missing") }
            members[name] = try value(depth: depth + 1)
        } while skip(",")
        guard skip("}") else { throw fault("a comma or } is missing") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        if skip("]") { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth + 1))
        } while skip(",")
        guard skip("]") else { throw fault("a comma or ] is missing") }
        return .array(elements)
    }

    private mutating func word(
        _ word: StaticString,
        _ value: JSONValue
    ) throws(JSONFault) -> JSONValue {
        let rest = bytes[position...].prefix(word.utf8CodeUnitCount)
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard rest.elementsEqual(expected) else { throw fault("this is no value") }
        position += expected.count
        return value
    }

    /// `-`, digits without a leading zero, then a fraction and an exponent if there are any.
    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        let whole = skipDigits()
        let hasLeadingZero = whole > 1 && bytes[position - whole] == UInt8(ascii: "0")
        guard whole > 0, !hasLeadingZero else { throw fault("this is no value") }
        if peek == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() > 0 else { throw fault("a digit is missing") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            position += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() > 0 else { throw fault("a digit is missing") }
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek, byte.isDigit { position += 1 }
        return position - start
    }

    private mutating func string() throws(JSONFault) -> String {
        position += 1
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20
        {
            position += 1
        }
        if peek == UInt8(ascii: "\"") {
            position += 1
            return String(decoding: bytes[start..<position - 1], as: UTF8.self)
        }
        var text = Array(bytes[start..<position])
        while let byte = peek, byte >= 0x20 {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        throw fault("a string does not end on its line")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        let byte = peek
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte ?? 0)
        case UInt8(ascii: "u"): text += Array(Character(try unicode()).utf8)
        default: throw fault("an unknown escape")
        }
    }

    /// The character of `\uXXXX`, of two of them where they are a surrogate pair; half a pair is
    /// U+FFFD.
    private mutating func unicode() throws(JSONFault) -> Unicode.Scalar {
        let first = try hex()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let isPair = bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
        guard isPair else { return "\u{FFFD}" }
        let start = position
        position += 2
        let second = try hex()
        guard (0xDC00..<0xE000).contains(second) else {
            position = start
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hex() throws(JSONFault) -> UInt32 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hex digits are missing") }
        position += 4
        return value
    }
}

extension JSONValue {
    /// The value that these bytes are.
    ///
    /// - Throws: `JSONFault` with line and column, at a nesting deeper than 256 too.
    package init(parsing bytes: [UInt8]) throws(JSONFault) {
        self = try JSONParser.value(bytes)
    }
}
