import D8SModel

@testable import D8SQuery

/// `eval …` and what is expected of it.
struct TestCase {
    enum Match {
        case any
        case message(String)
        case pattern(String)
    }

    let line: Int
    let expression: String
    /// One step for an instant.
    let range: QueryRange
    let isRange: Bool
    private(set) var expectations: [String: [Match]] = [:]
    private(set) var scalar: Double?
    private(set) var string: String?
    private(set) var series: [TestSeries] = []

    init(_ text: String, _ block: [String], at number: Int) throws {
        line = number
        var words = Words(text)
        let head = words.next().split(separator: "_").map(String.init)
        isRange = words.next() == "range"
        if isRange {
            words.skip("from")
            let start = try words.time(at: number)
            words.skip("to")
            let end = try words.time(at: number)
            words.skip("step")
            range = QueryRange(
                start: start,
                end: end,
                step: try words.time(at: number).milliseconds
            )
        } else {
            let time = words.skip("at") ? try words.time(at: number) : Instant(milliseconds: 0)
            range = QueryRange(start: time, end: time, step: 1)
        }
        expression = words.rest
        if head.count > 1 { expectations[head[1]] = [.any] }
        for (place, text) in block.enumerated() { try take(text, at: number + place + 1) }
    }

    var expectsNative: Bool { series.contains(where: \.isNative) }

    func expects(_ kind: String) -> Bool { expectations[kind] != nil }

    private mutating func take(_ text: String, at number: Int) throws {
        for (prefix, wrap) in [
            ("expected_fail_message ", Match.message), ("expected_fail_regexp ", Match.pattern),
        ] where text.hasPrefix(prefix) {
            expectations["fail"] = [wrap(String(text.dropFirst(prefix.count)))]
            return
        }
        if text.hasPrefix("expect string ") {
            let literal = try Expression.parse(String(text.dropFirst(14))).kind
            if case .string(let value) = literal { string = value.repaired }
        } else if text.hasPrefix("expect ") {
            expect(text.dropFirst(7).trimmed)
        } else if let number = TestValues.number(text) {
            scalar = number
        } else {
            series.append(try TestSeries(text, at: number))
        }
    }

    private mutating func expect(_ text: String) {
        let kind = String(text.prefix { $0 != " " && $0 != "\t" })
        let rest = text.dropFirst(kind.count).trimmed
        var match = Match.any
        if rest.hasPrefix("msg:") { match = .message(rest.dropFirst(4).trimmed) }
        if rest.hasPrefix("regex:") { match = .pattern(rest.dropFirst(6).trimmed) }
        expectations[kind, default: []].append(match)
    }
}

/// Takes words off the front of a line.
private struct Words {
    private(set) var rest: String

    init(_ text: String) { rest = text.trimmed }

    mutating func next() -> String {
        let word = rest.prefix { $0 != " " && $0 != "\t" }
        rest = rest.dropFirst(word.count).trimmed
        return String(word)
    }

    @discardableResult
    mutating func skip(_ word: String) -> Bool {
        guard rest.hasPrefix(word + " ") else { return false }
        rest = rest.dropFirst(word.count).trimmed
        return true
    }

    mutating func time(at line: Int) throws -> Instant {
        let word = next()
        if let seconds = Double(word) { return Instant(milliseconds: Int64(seconds * 1000)) }
        guard case .milliseconds(let length) = PromDuration.read(word) else {
            throw TestScript.Fault(line: line, text: word)
        }
        return Instant(milliseconds: length)
    }
}
