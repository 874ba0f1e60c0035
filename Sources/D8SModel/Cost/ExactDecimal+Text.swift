extension ExactDecimal: CustomStringConvertible {
    /// Reads `[sign] digits [. digits] [e [sign] digits]`, the whole text and nothing else.
    ///
    /// Nil for anything else, and for a number that does not fit: one with more than 38 digits, or
    /// with more than 28 after the point that are not zeros at its end.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let value = text.withUTF8({ ExactDecimal(utf8: $0) }) else { return nil }
        self = value
    }

    /// The same from the bytes of a text.
    package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        if let value = Self.short(bytes) {
            self = value
            return
        }
        var digits = DecimalDigits()
        guard digits.read(bytes), let value = digits.value else { return nil }
        self = value
    }

    /// The shortest plain form: the same number is the same text, `12.5` and never `12.50` or `1e3`.
    package var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `description` says.
    package func append(to bytes: inout [UInt8]) {
        let value = canonical
        if value.isNegative { bytes.append(UInt8(ascii: "-")) }
        let size = value.coefficient.magnitude
        let digits =
            size <= UInt128(UInt64.max)
            ? Array(String(UInt64(size)).utf8)
            : Array(String(size).utf8)
        let whole = digits.count - value.scale
        if whole > 0 { bytes += digits[..<whole] } else { bytes.append(UInt8(ascii: "0")) }
        guard value.scale > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        if whole < 0 { bytes += repeatElement(UInt8(ascii: "0"), count: -whole) }
        bytes += digits[max(0, whole)...]
    }

    /// The nearest binary number, for charts and statistics only: sums are made of decimals.
    package var double: Double {
        let size = coefficient.magnitude
        guard size <= 1 << 53, scale <= 19 else { return Double(description) ?? .nan }
        // One operation of two exact numbers is rounded once (Clinger 1990).
        let value = Double(UInt64(size)) / Double(UInt64(PowersOfTen[scale]))
        return isNegative ? -value : value
    }

    /// A number of at most 18 digits without an exponent, which is nearly every one.
    private static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
        guard let first = bytes.first, bytes.count <= 20 else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        var value: UInt64 = 0
        var point = -1
        var i = isNegative ? 1 : 0
        let start = i
        while i < bytes.count {
            let digit = bytes[i] &- UInt8(ascii: "0")
            if digit < 10 {
                value = value &* 10 &+ UInt64(digit)
            } else {
                guard bytes[i] == UInt8(ascii: "."), point < 0 else { return nil }
                point = i
            }
            i += 1
        }
        let digits = i - start - (point < 0 ? 0 : 1)
        guard (1...18).contains(digits) else { return nil }
        let whole = Int128(isNegative ? -Int64(value) : Int64(value))
        return ExactDecimal(unchecked: whole, scale: point < 0 ? 0 : i - point - 1)
    }
}
