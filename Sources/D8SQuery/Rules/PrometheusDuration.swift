/// Lengths of time as Prometheus' files have them: `90d`, `1h30m`, `1h2m10ms`.
package enum PrometheusDuration {
    /// In the order in which they have to stand.
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("y", 31_536_000_000), ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000),
        ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// The length; nil unless it is whole numbers with units from the largest to the smallest, or 0.
    package static func milliseconds(_ text: String) -> Int64? {
        if text == "0" { return 0 }
        var rest = Substring(text), total: Int64 = 0, next = 0
        guard !rest.isEmpty, text.utf8.count <= 64 else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let count = Int64(digits),
                let place = units[next...].firstIndex(where: { $0.name == unit })
            else { return nil }
            let (product, isTooLong) =
                count.multipliedReportingOverflow(by: units[place].milliseconds)
            let (sum, isTooMuch) = total.addingReportingOverflow(product)
            // Prometheus counts nanoseconds in 64 bits.
            guard !isTooLong, !isTooMuch, sum <= .max / 1_000_000 else { return nil }
            total = sum
            next = place + 1
        }
        return total
    }

    /// The shortest text of it: `1h30m`, `0s`.
    package static func text(_ milliseconds: Int64) -> String {
        if milliseconds == 0 { return "0s" }
        var rest = milliseconds, text = ""
        for unit in units {
            // Years, weeks and days only where they are the whole of it, as Prometheus has it.
            let isExact = !["y", "w", "d"].contains(unit.name) || rest % unit.milliseconds == 0
            guard isExact, rest >= unit.milliseconds else { continue }
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text
    }
}
