/// A page that is being spoilt.
struct PageMutation {
    private(set) var page: [UInt8]
    private(set) var random: FuzzRandom

    init(_ page: [UInt8], _ random: FuzzRandom) {
        self.page = page
        self.random = random
    }

    /// Changes something; `lines` are some of another page.
    mutating func step(from lines: [UInt8]) {
        let place = random.below(page.count + 1)
        switch random.below(9) {
        case 0: page.insert(UInt8(truncatingIfNeeded: random.below(256)), at: place)
        case 1, 2: insertToken(at: place)
        case 3 where place < page.count: page[place] ^= 1 << UInt8(random.below(8))
        case 4: page.removeSubrange(place..<min(page.count, place + 1 + random.below(20)))
        case 5: page.removeLast(min(page.count, random.below(random.below(2) == 0 ? 4 : 400)))
        case 6: page.insert(contentsOf: lines, at: lineStart(before: place))
        case 7: copyLine(at: lineStart(before: place))
        default: page.insert(contentsOf: lines.prefix(random.below(lines.count)), at: place)
        }
    }

    private mutating func insertToken(at place: Int) {
        let token = Self.tokens[random.below(Self.tokens.count)]
        page.insert(contentsOf: token.utf8, at: place)
    }

    /// Copies a line to another place.
    private mutating func copyLine(at start: Int) {
        let end = page[start...].firstIndex(of: 10).map { $0 + 1 } ?? page.count
        let line = page[start..<end]
        page.insert(contentsOf: line, at: lineStart(before: random.below(page.count + 1)))
    }

    private func lineStart(before place: Int) -> Int {
        page[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    }

    private static let tokens = [
        "\n", "\r\n", " ", "\t", "{", "}", "\"", "\\", "\\\"", "\\n", ",", "=", "#", " # {} 1",
        " # {trace_id=\"a\"} 0.5 1", "+", "-", ".", "e", "E-400", "1e308", "0x1p3", "NaN", "+Inf",
        "-Inf", "1_0", "9007199254740993", "184467440737095516160000000", "0.000000000000000001",
        " 1520879607789", " 1520879607.789", "le=\"+Inf\"", "le=\"0.1\"", "quantile=\"0.5\"",
        "# TYPE ", "# HELP ", "# UNIT ", "# EOF\n", " counter\n", " histogram\n",
        " gaugehistogram\n", " summary\n", " info\n", " stateset\n", " unknown\n", "_total",
        "_created", "_bucket", "_count", "_sum", "_info", "{\"a.b\"}", "__name__=\"x\"",
        "\u{E9}\u{2028}\u{1F600}", "\u{0}", "\u{1C}", "a{b=\"c\",b=\"c\"} 1\n",
    ]
}
