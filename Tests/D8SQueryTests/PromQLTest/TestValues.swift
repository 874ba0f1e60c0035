import D8SModel

@testable import D8SQuery

/// Values in a script's notation: `1`, `_`, `stale`, `1x3`, `1+2x3`, `{{…}}x2`.
enum TestValues {
    static func read(_ text: String, at line: Int) throws -> [TestSeries.Value] {
        var values: [TestSeries.Value] = []
        var rest = text[...]
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            guard !rest.isEmpty else { return values }
            let word = word(rest)
            rest = rest.dropFirst(word.count)
            guard let more = expand(word) else { throw TestScript.Fault(line: line, text: text) }
            values += more
        }
    }

    /// Up to the next blank that is not within the braces of a histogram.
    private static func word(_ text: Substring) -> String {
        var word = ""
        var depth = 0
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0, character == " " || character == "\t" { break }
            word.append(character)
        }
        return word
    }

    private static func expand(_ word: String) -> [TestSeries.Value]? {
        if word.hasPrefix("{{") {
            let times = word.split(separator: "}").last.flatMap {
                Int($0.drop { $0 != "x" }.dropFirst())
            }
            return Array(repeating: .native(word), count: (times ?? 0) + 1)
        }
        let (base, times) = repetition(word)
        if base == "_" { return Array(repeating: .none, count: times ?? 1) }
        if base == "stale" {
            return Array(repeating: .number(.staleMarker), count: (times ?? 0) + 1)
        }
        guard let times else { return number(base).map { [.number($0)] } }
        let (start, step) = parts(base)
        guard var value = number(start), let step = step.isEmpty ? 0 : number(step) else {
            return nil
        }
        return (0...times).map { _ in
            defer { value += step }
            return .number(value)
        }
    }

    /// `1+2x3` is `1+2` three times more, `0x10` eleven zeros and no hexadecimal number.
    private static func repetition(_ word: String) -> (String, Int?) {
        guard let mark = word.lastIndex(of: "x"),
            let times = Int(word[word.index(after: mark)...])
        else { return (word, nil) }
        return (String(word[..<mark]), times)
    }

    /// Start and step, cut at a sign that is neither the first character nor that of an exponent.
    private static func parts(_ word: String) -> (String, String) {
        var before: Character = "e"
        for index in word.indices {
            let character = word[index]
            if character == "+" || character == "-", before != "e", before != "E" {
                return (String(word[..<index]), String(word[index...]))
            }
            before = character
        }
        return (word, "")
    }

    static func number(_ text: String) -> Double? {
        let sign: Double = text.hasPrefix("-") ? -1 : 1
        let plain = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
        switch plain.lowercased() {
        case "inf": return sign * .infinity
        case "nan": return .nan
        default: return NumberReader.value(of: plain).map { sign * $0 }
        }
    }
}
