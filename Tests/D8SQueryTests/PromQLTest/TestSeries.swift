import D8SModel

@testable import D8SQuery

/// A line of a script: a series and its values, `up{job="a"} 1+1x5 _ stale`.
struct TestSeries {
    enum Value: Equatable {
        case number(Double)
        case none
        /// A native histogram, as written.
        case native(String)
    }

    let series: Series
    let values: [Value]

    var isNative: Bool {
        values.contains { if case .native = $0 { true } else { false } }
    }

    init(_ line: String, at number: Int) throws {
        let end = Self.endOfSeries(line)
        series = try Self.series(String(line[..<end]), at: number)
        values = try TestValues.read(String(line[end...]), at: number)
    }

    static func series(_ text: String, at number: Int) throws -> Series {
        let text = text.trimmed
        if text == "{}" { return Series(metric: "") }
        var parser = ExpressionParser(tokens: try Lexer.tokens(of: text))
        guard case .selector(let selector) = try parser.whole().kind else {
            throw TestScript.Fault(line: number, text: text)
        }
        let labels = selector.matchers.filter { $0.label != "__name__" }
        return Series(
            metric: selector.name ?? "",
            labels: labels.map { Label($0.label, $0.value) }
        )
    }

    /// Where the name and the labels end; blanks and braces in quotes are part of them.
    private static func endOfSeries(_ line: String) -> String.Index {
        var quote: Character?
        var depth = 0
        var isEscaped = false
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if !isEscaped, character == open { quote = nil }
                isEscaped = !isEscaped && character == "\\"
                continue
            }
            switch character {
            case "\"", "'", "`": quote = character
            case "{": depth += 1
            case "}":
                depth -= 1
                if depth == 0 { return line.index(after: index) }
            case " ", "\t": if depth == 0, !opensLater(line[index...]) { return index }
            default: break
            }
        }
        return line.endIndex
    }

    /// Whether the labels come after a blank: `up {job="a"} 1`; two braces are a histogram.
    private static func opensLater(_ rest: Substring) -> Bool {
        let next = rest.drop { $0 == " " || $0 == "\t" }
        return next.hasPrefix("{") && !next.hasPrefix("{{")
    }
}
