import Glibc

/// Numbers as Go reads and writes them.
enum GoNumber {
    /// A constant of a template; nil if it is none.
    static func value(_ source: String) -> TemplateValue? {
        if source.hasPrefix("'") { return character(source) }
        let plain = source.replacing("_", with: "")
        if let whole = integer(plain) { return .integer(whole) }
        guard let number = Double(plain), number.isFinite else { return nil }
        // Go takes 1e3 for a whole number where it is one.
        if plain.contains(where: { "eE".contains($0) }), let whole = Int64(exactly: number) {
            return .integer(whole)
        }
        return .number(number)
    }

    private static func character(_ source: String) -> TemplateValue? {
        let inside = Array(source.utf8.dropFirst().dropLast())
        guard let text = GoQuoted.text(inside), text.unicodeScalars.count == 1 else { return nil }
        return text.unicodeScalars.first.map { .integer(Int64($0.value)) }
    }

    private static func integer(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative || text.hasPrefix("+") ? String(text.dropFirst()) : text
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)]
        where digits.lowercased().hasPrefix(prefix) {
            return Int64((isNegative ? "-" : "") + digits.dropFirst(2), radix: radix)
        }
        return Int64((isNegative ? "-" : "") + digits)
    }

    /// `strconv.ParseFloat`; nil if the text is no number.
    static func parsed(_ text: String) -> Double? {
        switch text.lowercased() {
        case "inf", "+inf", "infinity", "+infinity": return .infinity
        case "-inf", "-infinity": return -.infinity
        case "nan": return .nan
        default:
            guard let last = text.utf8.last, text.utf8.count < 400,
                last.isASCIIDigit || last == UInt8(ascii: ".")
            else { return nil }
            return Double(text.hasSuffix(".") ? text + "0" : text)
        }
    }

    /// As `%v` writes it: the shortest digits, with an exponent below 1e-4 and from 1e6 on.
    static func text(_ value: Double) -> String { shortest(value) }

    /// As C's `printf` writes it, with Go's words for what is no number.
    static func text(_ value: Double, flags: String, precision: Int?, verb: Character) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        guard let precision else {
            guard "gG".contains(verb) else { return printed(value, flags, 6, verb) }
            let text = text(value)
            return flags.contains("+") && value.sign == .plus ? "+" + text : text
        }
        return printed(value, flags, precision, verb)
    }

    private static func printed(
        _ value: Double,
        _ flags: String,
        _ precision: Int,
        _ verb: Character
    ) -> String {
        var buffer = [CChar](repeating: 0, count: 1024)
        let form = "%\(flags).\(min(precision, 300))\(verb)"
        let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, form, $0) }
        let bytes = buffer.prefix(max(0, min(Int(length), buffer.count - 1)))
        return String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The fewest digits that read back as the same number.
    private static func shortest(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if value == 0 { return value.sign == .minus ? "-0" : "0" }
        let sign = value < 0 ? "-" : ""
        let (digits, exponent) = digits(of: abs(value))
        guard (-4..<6).contains(exponent) else {
            let fraction = digits.dropFirst()
            let power = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
            let tail = fraction.isEmpty ? "" : ".\(fraction)"
            return "\(sign)\(digits.prefix(1))\(tail)e\(exponent < 0 ? "-" : "+")\(power)"
        }
        if exponent < 0 {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        }
        let whole = exponent + 1
        if digits.count <= whole {
            return sign + digits + String(repeating: "0", count: whole - digits.count)
        }
        return "\(sign)\(digits.prefix(whole)).\(digits.dropFirst(whole))"
    }

    /// The significant digits, and the power of ten of the first.
    private static func digits(of value: Double) -> (String, Int) {
        let parts = "\(value)".split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(number[0]), fraction = number.count > 1 ? String(number[1]) : ""
        let all = whole + fraction
        let leading = all.prefix { $0 == "0" }.count
        let significant = String(all.dropFirst(leading).reversed().drop { $0 == "0" }.reversed())
        return (significant, exponent + whole.count - 1 - leading)
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
