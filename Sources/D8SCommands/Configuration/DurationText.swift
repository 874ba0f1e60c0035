/// Lengths of time as people write them: `90d`, `24h`, `1h30m`, `2w` (Prometheus' notation).
enum DurationText {
    private static let units: [(String, Double)] = [
        ("ms", 0.001), ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// The length in seconds; nil if the text is no length of time, or not a positive one.
    static func seconds(_ text: String) -> Double? {
        var rest = Substring(text.filter { $0 != " " })
        var total = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            guard let number = Double(digits),
                let unit = units.first(where: { rest.hasPrefix($0.0) })
            else { return nil }
            rest = rest.dropFirst(unit.0.count)
            total += number * unit.1
        }
        return total > 0 && total < 1e11 ? total : nil
    }

    /// The shortest text that means this many seconds: `90d`, `36h`.
    static func text(_ seconds: Double) -> String {
        let whole = units.filter { $0.0 != "w" && $0.0 != "ms" }
        let unit = whole.first { seconds.truncatingRemainder(dividingBy: $0.1) == 0 }
        guard let unit, seconds < 1e15 else { return "\(seconds)s" }
        return "\(Int(seconds / unit.1))\(unit.0)"
    }
}
