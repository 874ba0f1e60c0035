/// Texts in double quotes as Go writes them.
enum GoQuoted {
    /// What the inside of the quotes means; nil if it is not Go.
    static func text(_ inside: [UInt8]) -> String? {
        var text: [UInt8] = []
        var rest = inside[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard let escape = rest.popFirst(), append(escape, &rest, to: &text) else {
                return nil
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The text in double quotes, as `%q` writes it.
    static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            if let known = escapes.first(where: { UInt32($0.value) == scalar.value }) {
                return "\\" + String(UnicodeScalar(known.key))
            }
            if scalar == "\"" { return "\\\"" }
            let isPlain = scalar.value >= 0x20 && scalar.value != 0x7F
            return isPlain ? String(scalar) : "\\x" + twoDigits(scalar.value)
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func twoDigits(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
    }

    private static func append(
        _ escape: UInt8,
        _ rest: inout ArraySlice<UInt8>,
        to text: inout [UInt8]
    ) -> Bool {
        if let known = escapes.first(where: { $0.key == escape }) {
            text.append(known.value)
            return true
        }
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): text.append(escape)
        case UInt8(ascii: "x"): return code(&rest, digits: 2, radix: 16, isByte: true, &text)
        case UInt8(ascii: "u"): return code(&rest, digits: 4, radix: 16, isByte: false, &text)
        case UInt8(ascii: "U"): return code(&rest, digits: 8, radix: 16, isByte: false, &text)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            rest = [escape] + rest
            return code(&rest, digits: 3, radix: 8, isByte: true, &text)
        default: return false
        }
        return true
    }

    private static func code(
        _ rest: inout ArraySlice<UInt8>,
        digits: Int,
        radix: Int,
        isByte: Bool,
        _ text: inout [UInt8]
    ) -> Bool {
        let word = String(decoding: rest.prefix(digits), as: UTF8.self)
        guard word.utf8.count == digits, let value = UInt32(word, radix: radix) else {
            return false
        }
        rest = rest.dropFirst(digits)
        if isByte {
            guard let byte = UInt8(exactly: value) else { return false }
            text.append(byte)
            return true
        }
        guard let scalar = Unicode.Scalar(value) else { return false }
        text += String(scalar).utf8
        return true
    }

    private static let escapes: [(key: UInt8, value: UInt8)] = [
        (UInt8(ascii: "a"), 7), (UInt8(ascii: "b"), 8), (UInt8(ascii: "f"), 12),
        (UInt8(ascii: "n"), 10), (UInt8(ascii: "r"), 13), (UInt8(ascii: "t"), 9),
        (UInt8(ascii: "v"), 11), (UInt8(ascii: "\\"), UInt8(ascii: "\\")),
    ]
}
