import Foundation

extension Format {
    /// A plain number to 2 or 3 significant digits: `0.042`, `1.8`, `214`, `12,480`, `19.4 k`.
    package func number(_ value: Double) -> String {
        guard value.isFinite else { return "not a number" }
        let size = abs(value)
        if size == 0 { return "0" }
        if size >= 1e15 { return scientific(value) }
        let steps: [(Double, String)] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e5, "k")]
        for (step, suffix) in steps where size >= step {
            let unit = suffix == "k" ? 1e3 : step
            return trimmed(fixed(value / unit, digitsAfter(value / unit))) + "\u{a0}" + suffix
        }
        if size >= 100 { return whole(Int(value.rounded())) }
        if size < 1e-4 { return scientific(value) }
        return trimmed(fixed(value, digitsAfter(value)))
    }

    /// A number with exactly so many digits after the separator; a true minus sign, never `-0`.
    package func fixed(_ value: Double, _ digits: Int) -> String {
        let text = String(format: "%.\(digits)f", locale: nil, abs(value))
        let isZero = !text.contains { $0 != "0" && $0 != "." }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let head = Int(parts[0]).map(whole) ?? String(parts[0])
        let tail = parts.count > 1 ? language.decimalSeparator + parts[1] : ""
        return (value < 0 && !isZero ? "−" : "") + head + tail
    }

    /// The same without zeros at the end: `3.0` becomes `3`.
    package func trimmed(_ text: String) -> String {
        guard text.contains(language.decimalSeparator) else { return text }
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.hasSuffix(language.decimalSeparator) { text.removeLast() }
        return text
    }

    private func scientific(_ value: Double) -> String {
        String(format: "%.2e", locale: nil, value)
            .replacingOccurrences(of: ".", with: language.decimalSeparator)
            .replacingOccurrences(of: "-", with: "−")
    }

    private func digitsAfter(_ value: Double) -> Int {
        let size = abs(value)
        return size >= 100 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 5
    }
}
