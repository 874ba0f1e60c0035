/// Durations as Prometheus writes them: `1d12h`, units from long to short, each once.
package enum PromDuration {
    package enum Reading: Hashable {
        case milliseconds(Int64)
        case tooLong
        case none
    }

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("y", 31_536_000_000), ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000),
        ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]

    /// The most that fits 64 bits of nanoseconds, as in Prometheus.
    private static let longest = Int64.max / 1_000_000

    package static func read(_ text: String) -> Reading {
        if text == "0" { return .milliseconds(0) }
        var rest = text.utf8[...]
        var total: Int64 = 0
        var position = 0
        guard !rest.isEmpty else { return .none }
        while !rest.isEmpty {
            let digits = rest.prefix { Lexer.isDigit($0) }
            let name = rest.dropFirst(digits.count).prefix { Lexer.isLetter($0) }
            guard !digits.isEmpty, let unit = unit(String(name), from: position) else {
                return .none
            }
            rest = rest.dropFirst(digits.count + name.count)
            position = unit + 1
            guard let sum = add(String(digits), units[unit].milliseconds, to: total) else {
                return .tooLong
            }
            total = sum
        }
        return .milliseconds(total)
    }

    /// The length; nil if this is none, or too long.
    package static func milliseconds(_ text: String) -> Int64? {
        guard case .milliseconds(let length) = read(text) else { return nil }
        return length
    }

    /// As Prometheus writes it, the longest units first: `1h30m`.
    package static func text(_ milliseconds: Int64) -> String {
        guard milliseconds != 0 else { return "0s" }
        var rest = milliseconds.magnitude
        var text = milliseconds < 0 ? "-" : ""
        for (name, length) in units {
            let length = UInt64(length)
            let isWhole = name == "y" || name == "w"
            guard rest >= length, !isWhole || rest % length == 0 else { continue }
            text += "\(rest / length)\(name)"
            rest %= length
        }
        return text
    }

    private static func unit(_ name: String?, from position: Int) -> Int? {
        units.indices.dropFirst(position).first { units[$0].name == name }
    }

    private static func add(_ digits: String?, _ unit: Int64, to total: Int64) -> Int64? {
        guard let count = digits.flatMap({ Int64($0) }) else { return nil }
        let (product, isTooMuch) = count.multipliedReportingOverflow(by: unit)
        let (sum, isTooLong) = total.addingReportingOverflow(product)
        return isTooMuch || isTooLong || sum > longest ? nil : sum
    }
}
