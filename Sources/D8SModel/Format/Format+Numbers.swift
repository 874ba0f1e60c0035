extension Format {
    /// A plain number to 2 or 3 significant digits: `0.042`, `1.8`, `214`, `3,900`, `19.4 k`.
    ///
    /// Whole up to 10,000; above 10^15 and below 0.0001 as a power of ten.
    package func number(_ value: Double) -> String {
        guard value.isFinite else { return "not a number" }
        let size = abs(value)
        if size == 0 { return "0" }
        if size >= 999.5e12 || size < 0.000_095 { return powerOfTen(value) }
        for (step, suffix) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")]
        where size >= step * 0.999_5 && size >= 9999.5 {
            return short(value / step) + "\u{a0}" + suffix
        }
        return short(value)
    }

    /// A number with exactly so many digits (0 to 9) after the separator, halves away from 0; a
    /// true minus sign, never `-0`.
    package func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "not a number" }
        let power = Self.powers[min(max(digits, 0), Self.powers.count - 1)]
        guard let rounded = rounded(abs(value) * Double(power)) else { return powerOfTen(value) }
        let (head, tail) = rounded.quotientAndRemainder(dividingBy: power)
        let sign = value < 0 && rounded > 0 ? "−" : ""
        guard power > 1 else { return sign + whole(head) }
        return sign + whole(head) + language.decimalSeparator + String(power + tail).dropFirst()
    }

    /// The same without zeros at the end: `3.0` becomes `3`.
    package func trimmed(_ text: String) -> String {
        let separator = language.decimalSeparator.utf8.first
        var kept = Substring(text).utf8
        guard let separator, kept.contains(separator) else { return text }
        while kept.last == UInt8(ascii: "0") { kept.removeLast() }
        if kept.last == separator { kept.removeLast() }
        return String(Substring(kept))
    }

    private static let powers = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    ]

    /// The nearest whole number; nil if an `Int` does not hold it.
    ///
    /// 28.499999999999996 is what binary arithmetic makes of 100 × 0.285: a few units in the last
    /// place short of a half is a half.
    private func rounded(_ value: Double) -> Int? {
        Int(exactly: (value + 4 * value.ulp).rounded(.toNearestOrAwayFromZero))
    }

    /// Up to 3 significant digits of a number below 10,000.
    private func short(_ value: Double) -> String {
        let size = abs(value)
        let digits = size >= 99.95 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 5
        return digits == 0 ? fixed(value, 0) : trimmed(fixed(value, digits))
    }

    /// `1.2 × 10⁻⁵`.
    private func powerOfTen(_ value: Double) -> String {
        var exponent = 0
        var mantissa = abs(value)
        let isLarge = mantissa >= 1
        while isLarge, mantissa >= 9.95 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        while !isLarge, mantissa < 0.995 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        let digits = String(exponent.magnitude).compactMap(\.wholeNumberValue)
        let raised = digits.map { ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"][$0] }.joined()
        return (value < 0 ? "−" : "") + trimmed(fixed(mantissa, 1))
            + "\u{a0}×\u{a0}10" + (exponent < 0 ? "⁻" : "") + raised
    }
}
