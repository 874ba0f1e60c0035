extension Lexer {
    /// A number as Go reads it (decimal, hexadecimal, octal with a leading 0, underscores between
    /// digits), or a duration such as `1h30m`.
    mutating func numberOrDuration() throws(SyntaxFault) -> Token {
        let start = position
        if let duration = try duration() { return token(.duration(duration), from: start) }
        position = start
        skipNumber()
        if Lexer.isLetter(peek()) || Lexer.isDigit(peek()) {
            while Lexer.isLetter(peek()) || Lexer.isDigit(peek()) { position += 1 }
            throw SyntaxFault(at: start, "bad number or duration syntax: \"\(text(from: start))\"")
        }
        let written = text(from: start)
        guard let value = NumberReader.value(of: written) else {
            throw SyntaxFault(at: start, "bad number or duration syntax: \"\(written)\"")
        }
        return token(.number(value), from: start)
    }

    private mutating func skipNumber() {
        if peek() == UInt8(ascii: "0"), (peek(1) ?? 0) | 0x20 == UInt8(ascii: "x") {
            position += 2
            skip {
                Lexer.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
            }
            return
        }
        skip(Lexer.isDigit)
        if peek() == UInt8(ascii: ".") {
            position += 1
            skip(Lexer.isDigit)
        }
        guard (peek() ?? 0) | 0x20 == UInt8(ascii: "e") else { return }
        let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
        guard Lexer.isDigit(peek(1 + sign)) else { return }
        position += 1 + sign
        skip(Lexer.isDigit)
    }

    private mutating func skip(_ isPart: (UInt8) -> Bool) {
        while let byte = peek(), isPart(byte) || byte == UInt8(ascii: "_") { position += 1 }
    }

    /// The milliseconds of a duration that starts here; nil if it is none.
    private mutating func duration() throws(SyntaxFault) -> Int64? {
        let start = position
        while Lexer.isDigit(peek()) || Lexer.isLetter(peek()) && peek() != UInt8(ascii: "_") {
            position += 1
        }
        let written = text(from: start)
        guard written.last.map(\.isLetter) == true, Lexer.isDigit(bytes[start]) else { return nil }
        switch PromDuration.read(written) {
        case .milliseconds(let value): return value
        case .tooLong: throw SyntaxFault(at: start, "duration out of range: \"\(written)\"")
        case .none: return nil
        }
    }
}

/// Numbers as Prometheus writes them in expressions.
enum NumberReader {
    static func value(of text: String) -> Double? {
        guard let plain = withoutSeparators(text) else { return nil }
        if plain.hasPrefix("0x") || plain.hasPrefix("0X") {
            return UInt64(plain.dropFirst(2), radix: 16).map { Double($0) }
        }
        let digits = plain.dropFirst()
        if plain.hasPrefix("0"), !digits.isEmpty, digits.allSatisfy(\.isOctal) {
            return UInt64(digits, radix: 8).map { Double($0) }
        }
        return Double(plain.hasSuffix(".") ? plain + "0" : plain)
            ?? Double(plain.replacing(".e", with: ".0e").replacing(".E", with: ".0e"))
    }

    private static func withoutSeparators(_ text: String) -> String? {
        guard text.contains("_") else { return text }
        let isWrong =
            text.hasSuffix("_") || text.hasPrefix("_") || text.contains("__")
            || text.contains("_.") || text.contains("._")
        return isWrong ? nil : text.replacing("_", with: "")
    }
}

extension Character {
    fileprivate var isOctal: Bool { ("0"..."7").contains(self) }
}
