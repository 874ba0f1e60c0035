/// Reads an object of texts, with the escapes and spaces that JSON allows.
struct LabelTextReader {
    private let text: UnsafeRawBufferPointer
    private var offset = 0

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
    }

    /// Names and values, each ended as in the key of a series; nil if the text is anything else.
    mutating func key() -> [UInt8]? {
        guard take("{") else { return nil }
        var key: [UInt8] = []
        if take("}") { return isAtEnd ? key : nil }
        repeat {
            guard part(into: &key), take(":"), part(into: &key) else { return nil }
        } while take(",")
        return take("}") && isAtEnd ? key : nil
    }

    private var isAtEnd: Bool {
        text[offset...].allSatisfy(Self.isSpace)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        while offset < text.count, Self.isSpace(text[offset]) { offset += 1 }
        guard offset < text.count, text[offset] == UInt8(ascii: sign) else { return false }
        offset += 1
        return true
    }

    private mutating func part(into key: inout [UInt8]) -> Bool {
        guard take("\"") else { return false }
        while offset < text.count {
            let byte = text[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                key.append(LabelText.end)
                return true
            case UInt8(ascii: "\\"):
                guard escape(into: &key) else { return false }
            case 0..<0x20, LabelText.end: return false
            default: key.append(byte)
            }
        }
        return false
    }

    private mutating func escape(into key: inout [UInt8]) -> Bool {
        guard offset < text.count else { return false }
        let byte = text[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): key.append(byte)
        case UInt8(ascii: "b"): key.append(0x08)
        case UInt8(ascii: "f"): key.append(0x0C)
        case UInt8(ascii: "n"): key.append(0x0A)
        case UInt8(ascii: "r"): key.append(0x0D)
        case UInt8(ascii: "t"): key.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = scalar() else { return false }
            key += Array(String(Character(scalar)).utf8)
        default: return false
        }
        return true
    }

    /// A scalar of four hexadecimal digits, or of two surrogates.
    private mutating func scalar() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard 0xD800..<0xDC00 ~= first else { return Unicode.Scalar(first) }
        guard offset + 1 < text.count, text[offset] == UInt8(ascii: "\\"),
            text[offset + 1] == UInt8(ascii: "u")
        else { return nil }
        offset += 2
        guard let second = hexadecimal(), 0xDC00..<0xE000 ~= second else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        guard offset + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for byte in text[offset..<offset + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        offset += 4
        return value
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
