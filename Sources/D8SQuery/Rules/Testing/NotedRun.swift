internal import D8SModel

/// One word of the expanding notation: `1`, `_x3`, `stale`, `1+2x3`, `1-2x3`, `1x3`, `{{…}}x2`.
struct NotedRun {
    private enum Content {
        case number(Double, step: Double)
        case nothing
    }

    private let content: Content
    let count: Int
    var isNative = false

    /// Nil if the word is none.
    init?(_ word: Substring) {
        if word.hasPrefix("{{") {
            isNative = true
            content = .nothing
            let rest = word.split(separator: "}").last ?? ""
            count =
                (rest.hasPrefix("x") ? Int(rest.dropFirst()) : Self.times(rest)).map { $0 + 1 } ?? 1
            return
        }
        let (base, times) = Self.repetition(word)
        if base == "_" {
            content = .nothing
            count = times ?? 1
            return
        }
        let (start, step) = base == "stale" ? (base, "") : Self.parts(base)
        guard let first = base == "stale" ? .staleMarker : Self.number(start),
            let more = step.isEmpty ? 0 : Self.number(step), times != nil || step.isEmpty
        else { return nil }
        content = .number(first, step: more)
        count = (times ?? 0) + 1
    }

    var values: [Double?] {
        guard case .number(var value, let step) = content else {
            return Array(repeating: nil, count: count)
        }
        if value.isStaleMarker { return Array(repeating: value, count: count) }
        return (0..<count).map { _ in
            defer { value += step }
            return value
        }
    }

    /// `1+2x3` is `1+2` three times more, `0x10` eleven zeros and no hexadecimal number.
    private static func repetition(_ word: Substring) -> (Substring, Int?) {
        guard let mark = word.lastIndex(of: "x"),
            let times = Int(word[word.index(after: mark)...]), (0...1 << 32).contains(times)
        else { return (word, nil) }
        return (word[..<mark], times)
    }

    private static func times(_ rest: Substring) -> Int? { repetition(rest).1 }

    /// Start and step, cut at a sign that is neither the first character nor that of an exponent.
    private static func parts(_ word: Substring) -> (Substring, Substring) {
        var before: Character = "e"
        for index in word.indices {
            let character = word[index]
            if character == "+" || character == "-", before != "e", before != "E" {
                return (word[..<index], word[index...])
            }
            before = character
        }
        return (word, "")
    }

    private static func number(_ text: Substring) -> Double? {
        let sign: Double = text.hasPrefix("-") ? -1 : 1
        let plain = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
        switch plain.lowercased() {
        case "inf": return sign * .infinity
        case "nan": return .nan
        default: return NumberReader.value(of: String(plain)).map { sign * $0 }
        }
    }
}
