/// What an expression may read, by its words: enough to know which rules have to come first.
struct ExpressionNames {
    /// Everything that could be a metric's name, the texts in quotes among it.
    private(set) var names: Set<String> = []
    /// What metrics begin with that a selector may match by a regular expression.
    private(set) var prefixes: Set<String> = []
    /// Whether a selector may match any metric.
    private(set) var readsAnything = false
    /// The sum of all lengths of time in it, in milliseconds: it never looks back further.
    private(set) var reach: Int64 = 0
    /// The longest length of time in it, in milliseconds; 0 if there is none.
    private(set) var longest: Int64 = 0
    /// Whether `start()` or `end()` stand in it, which mean the instant of each evaluation.
    private(set) var namesItsEnds = false

    private let bytes: [UInt8]
    private var position = 0
    private var previous: Word = .other
    /// Whether a matcher of these braces has said already which metrics are meant.
    private var isNarrowed = false

    private enum Word: Equatable {
        case name(String)
        case text
        case other
    }

    init(_ expression: String) {
        bytes = Array(expression.utf8)
        while position < bytes.count { step() }
    }

    /// Whether it may read this metric.
    func mayRead(_ metric: String) -> Bool {
        readsAnything || names.contains(metric) || prefixes.contains(where: metric.hasPrefix)
    }

    private mutating func step() {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "#"): skip { $0 != UInt8(ascii: "\n") }
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quoted(by: byte)
        case UInt8(ascii: "{"): selector()
        case UInt8(ascii: "("):
            if previous == .name("start") || previous == .name("end") { namesItsEnds = true }
            other()
        case _ where Self.isDigit(byte): number()
        case _ where Self.isWord(byte): name()
        case _ where " \t\r\n".utf8.contains(byte): position += 1
        default: other()
        }
    }

    private mutating func other() {
        previous = .other
        position += 1
    }

    /// A brace without a name before it: only a name in it tells what it reads.
    private mutating func selector() {
        position += 1
        isNarrowed = false
        if case .name = previous { return previous = .other }
        previous = .other
        skip { " \t\r\n".utf8.contains($0) }
        guard position < bytes.count else { return }
        let isText = "\"'`".utf8.contains(bytes[position])
        let isName = bytes[position...].starts(with: "__name__".utf8)
        if !isText, !isName { readsAnything = true }
    }

    private mutating func name() {
        let start = position
        skip(while: Self.isWord)
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        names.insert(name)
        previous = .name(name)
        guard name == "__name__" else { return }
        skip { " \t\r\n".utf8.contains($0) }
        let sign = bytes[position...].prefix { "=!~".utf8.contains($0) }
        matcher(of: sign, bytes[sign.endIndex...].drop { " \t\r\n".utf8.contains($0) })
    }

    /// A matcher of metrics' names: what is left out narrows nothing.
    private mutating func matcher(of sign: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) {
        if sign.elementsEqual("=".utf8) {
            isNarrowed = true
        } else if sign.elementsEqual("=~".utf8) {
            let pattern = text.dropFirst().prefix { $0 != text.first }
            let plain = pattern.prefix { Self.isWord($0) }
            let after = pattern.dropFirst(plain.count).first ?? 0
            // What may be repeated, left out or another is no part of what is surely there.
            let isSure = !"*?{".utf8.contains(after) && !pattern.contains(UInt8(ascii: "|"))
            let prefix = String(decoding: plain, as: UTF8.self)
            if isSure, !prefix.isEmpty { prefixes.insert(prefix) } else { readsAnything = true }
            isNarrowed = true
        } else if !isNarrowed {
            readsAnything = true
        }
    }

    private mutating func number() {
        let start = position
        skip { Self.isWord($0) && $0 != UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        previous = .other
        guard Int64(word) == nil, let length = PromDuration.milliseconds(word) else { return }
        longest = max(longest, length)
        let (sum, isTooLong) = reach.addingReportingOverflow(length)
        reach = isTooLong ? .max : sum
    }

    private mutating func quoted(by quote: UInt8) {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != quote {
            if quote != UInt8(ascii: "`"), bytes[position] == UInt8(ascii: "\\") { position += 1 }
            position += 1
        }
        let end = min(position, bytes.count)
        names.insert(String(decoding: bytes[min(start, end)..<end], as: UTF8.self))
        previous = .text
        position = end + 1
    }

    private mutating func skip(while matches: (UInt8) -> Bool) {
        while position < bytes.count, matches(bytes[position]) { position += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || "_:".utf8.contains(byte)
    }
}
