/// A string of an expression, as bytes: escapes can make some that are not UTF-8.
package struct StringLiteral: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The text; nil if it is not UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The text with what is not UTF-8 replaced.
    package var repaired: String { String(decoding: bytes, as: UTF8.self) }

    /// In double quotes, with escapes where they are needed.
    package var quoted: String {
        var result = "\""
        var rest = bytes[...]
        while let first = rest.first {
            let (scalar, length) = Self.scalar(rest)
            result += scalar.map(Self.escaped) ?? "\\x\(Self.hex(first))"
            rest = rest.dropFirst(length)
        }
        return result + "\""
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, Int) {
        for length in 1...4 where length <= bytes.count {
            if let text = String(validating: bytes.prefix(length), as: UTF8.self) {
                return (text.unicodeScalars.first, length)
            }
        }
        return (nil, 1)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: scalar.value < 0x20 ? "\\x\(hex(UInt8(scalar.value)))" : String(scalar)
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
    }
}
