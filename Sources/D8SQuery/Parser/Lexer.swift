/// Cuts an expression into words.
struct Lexer {
    let bytes: [UInt8]
    var position = 0
    private var bracketDepth = 0
    private var braceDepth = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// All words, an end after them.
    static func tokens(of text: String) throws(SyntaxFault) -> [Token] {
        var lexer = Lexer(text)
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() throws(SyntaxFault) -> Token {
        skipBlanks()
        guard let byte = peek() else { return token(.end, from: position) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return try string()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try numberOrDuration()
        case UInt8(ascii: ".") where Self.isDigit(peek(1)): return try numberOrDuration()
        case _ where Self.isLetter(byte) || byte == UInt8(ascii: ":") && bracketDepth == 0:
            return identifier()
        default: return try sign()
        }
    }

    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == UInt8(ascii: "#") {
                while let next = peek(), next != UInt8(ascii: "\n") { position += 1 }
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B && byte != 0x0C {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func identifier() -> Token {
        let start = position
        while let byte = peek(), Self.isLetter(byte) || Self.isDigit(byte) || isColon(byte) {
            position += 1
        }
        let word = text(from: start).lowercased()
        guard braceDepth == 0 else { return token(.identifier, from: start) }
        if word == "inf" { return token(.number(.infinity), from: start) }
        if word == "nan" { return token(.number(.nan), from: start) }
        return token(.identifier, from: start)
    }

    private func isColon(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ":") && bracketDepth == 0 && braceDepth == 0
    }

    private mutating func sign() throws(SyntaxFault) -> Token {
        let start = position
        let signs = ["==", "!=", ">=", "<=", "=~", "!~"]
        if let two = signs.first(where: { bytes[start...].starts(with: $0.utf8) }) {
            position += two.utf8.count
            return token(.sign, from: start)
        }
        let first = bytes[start]
        guard "+-*/%^<>=(){}[],:@".utf8.contains(first) else {
            throw SyntaxFault(at: start, "unexpected character: \(character(at: start))")
        }
        position += 1
        try count(first, at: start)
        return token(.sign, from: start)
    }

    private mutating func count(_ byte: UInt8, at start: Int) throws(SyntaxFault) {
        switch byte {
        case UInt8(ascii: "["): bracketDepth += 1
        case UInt8(ascii: "]"): bracketDepth = max(0, bracketDepth - 1)
        case UInt8(ascii: "{"): braceDepth += 1
        case UInt8(ascii: "}"): braceDepth = max(0, braceDepth - 1)
        default: break
        }
    }

    private func character(at start: Int) -> String {
        let text = String(decoding: bytes[start...].prefix(16), as: UTF8.self)
        return text.first.map { StringLiteral(String($0)).quoted } ?? ""
    }

    func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    func text(from start: Int) -> String {
        String(decoding: bytes[start..<position], as: UTF8.self)
    }

    func token(_ kind: Token.Kind, from start: Int) -> Token {
        Token(kind: kind, text: text(from: start), place: start..<position)
    }

    static func isDigit(_ byte: UInt8?) -> Bool {
        byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    static func isLetter(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || byte == UInt8(ascii: "_")
    }
}
