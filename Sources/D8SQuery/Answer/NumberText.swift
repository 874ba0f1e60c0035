/// Numbers as Prometheus writes them in labels and answers.
package enum NumberText {
    /// The shortest decimal that reads back as the same number, never with an exponent
    /// (Go's `strconv.FormatFloat(value, 'f', -1, 64)`); `NaN`, `+Inf`, `-Inf`.
    package static func shortest(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value > 0 ? "+Inf" : "-Inf" }
        let text = value.description
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else {
            return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
        }
        return shifted(text[..<mark], by: Int(text[text.index(after: mark)...]) ?? 0)
    }

    /// A decimal such as `1.25` with its point moved to the right, or to the left if negative.
    private static func shifted(_ decimal: Substring, by exponent: Int) -> String {
        let sign = decimal.hasPrefix("-") ? "-" : ""
        let parts = decimal.drop { $0 == "-" }.split(separator: ".")
        let whole = parts.first ?? "0"
        let fraction = parts.count > 1 && parts[1] != "0" ? parts[1] : ""
        let digits = String(whole + fraction)
        let point = whole.count + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count {
            return sign + digits + String(repeating: "0", count: point - digits.count)
        }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}
