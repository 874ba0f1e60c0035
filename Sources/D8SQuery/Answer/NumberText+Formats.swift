extension NumberText {
    /// Digits and, where they are many, an exponent (Go's `%g`): `0.5`, `1e+06`.
    static func short(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return shortest(value) }
        let (digits, exponent) = parts(value)
        guard
            exponent < -4 || exponent >= max(21, digits.count)
                || exponent >= 6 && digits.count <= exponent
        else { return shortest(value) }
        return scientific(value)
    }

    /// As Prometheus' API writes values: plain, with an exponent if tiny or huge (as ECMAScript).
    static func answer(_ value: Double) -> String {
        let size = value.magnitude
        guard value.isFinite, size != 0, size < 1e-6 || size >= 1e21 else {
            return shortest(value)
        }
        return scientific(value)
    }

    /// With a point or an exponent, as OpenMetrics wants the values of `le` and `quantile`.
    static func openMetrics(_ value: Double) -> String {
        let text = short(value)
        return text.contains { ".eNI".contains($0) } ? text : text + ".0"
    }

    /// `1.5e+21`, the exponent of two digits at least.
    private static func scientific(_ value: Double) -> String {
        let (digits, exponent) = parts(value)
        let fraction = digits.dropFirst()
        let power = String(exponent.magnitude)
        return (value < 0 ? "-" : "") + digits.prefix(1) + (fraction.isEmpty ? "" : ".")
            + fraction + "e" + (exponent < 0 ? "-" : "+") + (power.count < 2 ? "0" : "") + power
    }

    /// The digits without zeros around them, and the power of ten of the first one.
    private static func parts(_ value: Double) -> (digits: String, exponent: Int) {
        let plain = shortest(value.magnitude)
        let sides = plain.split(separator: ".", omittingEmptySubsequences: false)
        let whole = sides.first ?? "0"
        let all = whole + (sides.count > 1 ? sides[1] : "")
        let zeros = all.prefix { $0 == "0" }.count
        var digits = String(all.dropFirst(zeros))
        while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
        return (digits, whole.count - 1 - zeros)
    }
}
