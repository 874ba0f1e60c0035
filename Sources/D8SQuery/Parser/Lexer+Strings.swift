extension Lexer {
    /// A string in double or single quotes with the escapes of Go, or in backticks without any.
    mutating func string() throws(SyntaxFault) -> Token {
        let start = position
        let quote = bytes[start]
        position += 1
        var content: [UInt8] = []
        while let byte = peek(), byte != quote {
            if byte == UInt8(ascii: "\n"), quote != UInt8(ascii: "`") { break }
            if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`") {
                content += try escape(quote)
            } else {
                content.append(byte)
                position += 1
            }
        }
        guard peek() == quote else {
            throw SyntaxFault(at: start, "unterminated \(Self.kind(quote)) string")
        }
        position += 1
        return token(.string(StringLiteral(bytes: content)), from: start)
    }

    private static func kind(_ quote: UInt8) -> String {
        quote == UInt8(ascii: "`") ? "raw" : "quoted"
    }

    private mutating func escape(_ quote: UInt8) throws(SyntaxFault) -> [UInt8] {
        let start = position
        guard let letter = peek(1) else {
            throw SyntaxFault(at: start, "escape sequence not terminated")
        }
        position += 2
        switch letter {
        case UInt8(ascii: "x"): return [UInt8(truncatingIfNeeded: try digits(2, 16, from: start))]
        case UInt8(ascii: "u"): return try scalar(try digits(4, 16, from: start), from: start)
        case UInt8(ascii: "U"): return try scalar(try digits(8, 16, from: start), from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            position -= 1
            return try octal(from: start)
        case quote, UInt8(ascii: "\\"): return [letter]
        default: return [try Self.simple(letter, at: start)]
        }
    }

    private static func simple(_ letter: UInt8, at start: Int) throws(SyntaxFault) -> UInt8 {
        switch letter {
        case UInt8(ascii: "a"): return 7
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "f"): return 12
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "v"): return 11
        default:
            let name = String(decoding: [letter], as: UTF8.self)
            throw SyntaxFault(at: start, "unknown escape sequence \\\(name)")
        }
    }

    private mutating func octal(from start: Int) throws(SyntaxFault) -> [UInt8] {
        let value = try digits(3, 8, from: start)
        guard value < 256 else { throw SyntaxFault(at: start, "octal escape value over 255") }
        return [UInt8(value)]
    }

    private mutating func digits(
        _ count: Int,
        _ radix: UInt32,
        from start: Int
    ) throws(SyntaxFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let byte = peek(),
                let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < Int(radix)
            else { throw SyntaxFault(at: start, "illegal character in escape sequence") }
            value = value &* radix &+ UInt32(digit)
            position += 1
        }
        return value
    }

    private func scalar(_ value: UInt32, from start: Int) throws(SyntaxFault) -> [UInt8] {
        guard let scalar = Unicode.Scalar(value) else {
            throw SyntaxFault(at: start, "escape sequence is an invalid Unicode code point")
        }
        return Array(String(Character(scalar)).utf8)
    }
}
