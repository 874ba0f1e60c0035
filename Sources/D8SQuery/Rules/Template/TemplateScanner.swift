/// Cuts the inside of a template's braces into tokens.
struct TemplateScanner {
    let bytes: [UInt8]
    let name: String
    private(set) var position = 0

    init(_ text: String, name: String) {
        bytes = Array(text.utf8)
        self.name = name
    }

    /// The text up to the next `{{`, which is passed; nil at the end of the template.
    ///
    /// `isTrimmed` says whether the action before took the space that begins it away.
    mutating func text(isTrimmed: Bool) throws(TemplateFault) -> (text: String, hasAction: Bool) {
        var start = position
        while position < bytes.count, !isAt("{{") { position += 1 }
        var end = position
        let hasAction = position < bytes.count
        if hasAction {
            position += 2
            if trimsBefore {
                position += 1
                while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
            }
        }
        if isTrimmed { while start < end, Self.isSpace(bytes[start]) { start += 1 } }
        return (String(decoding: bytes[start..<end], as: UTF8.self), hasAction)
    }

    /// Passes a comment that begins here; nil if none does, else whether it trims what follows.
    mutating func comment() throws(TemplateFault) -> Bool? {
        let start = position
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        guard isAt("/*") else {
            position = start
            return nil
        }
        while position < bytes.count, !isAt("*/") { position += 1 }
        guard position < bytes.count else { throw fault("unclosed comment") }
        position += 2
        let trims = Self.isSpace(byte(at: 0)) && byte(at: 1) == UInt8(ascii: "-")
        if trims { position += 2 }
        guard isAt("}}") else { throw fault("comment ends before closing delimiter") }
        position += 2
        return trims
    }

    /// The next token; `trims` becomes true at an end that takes the following space away.
    mutating func next(trims: inout Bool) throws(TemplateFault) -> PlacedToken {
        let before = position
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        let start = position
        let isApart = start > before
        if isApart, byte(at: 0) == UInt8(ascii: "-"), isAt("}}", after: 1) {
            position += 3
            trims = true
            return PlacedToken(token: .end, position: start, isApart: isApart)
        }
        guard position < bytes.count else { throw fault("unclosed action") }
        let token = try token(bytes[position])
        return PlacedToken(token: token, position: start, isApart: isApart)
    }

    private mutating func token(_ first: UInt8) throws(TemplateFault) -> TemplateToken {
        for (text, token) in Self.signs where isAt(text) {
            position += text.utf8.count
            return token
        }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return try quoted(by: first)
        case UInt8(ascii: "'"): return try character()
        case UInt8(ascii: "$"):
            position += 1
            return .variable("$" + word())
        case UInt8(ascii: "."):
            if (byte(at: 1)).isDecimalDigit { return try number() }
            position += 1
            let name = word()
            return name.isEmpty ? .dot : .field(name)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try number()
        default:
            let name = word()
            guard name.isEmpty else { return .identifier(name) }
            throw unrecognized()
        }
    }

    private static let signs: [(String, TemplateToken)] = [
        ("}}", .end), (":=", .declare), ("=", .assign), ("|", .pipe), ("(", .open), (")", .close),
        (",", .comma),
    ]

    private mutating func word() -> String {
        let start = position
        while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func number() throws(TemplateFault) -> TemplateToken {
        let start = position
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            let isExponent = isSign && bytes[position - 1] | 0x20 == UInt8(ascii: "e")
            guard Self.isWord(byte) || byte == UInt8(ascii: ".") || isExponent else { break }
            position += 1
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func character() throws(TemplateFault) -> TemplateToken {
        let start = position
        repeat {
            if byte(at: 0) == UInt8(ascii: "\\") { position += 1 }
            position += 1
        } while position < bytes.count && bytes[position] != UInt8(ascii: "'")
        guard position < bytes.count else { throw fault("unterminated character constant") }
        position += 1
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func quoted(by quote: UInt8) throws(TemplateFault) -> TemplateToken {
        let start = position
        let isRaw = quote == UInt8(ascii: "`")
        position += 1
        while position < bytes.count, bytes[position] != quote {
            if !isRaw, bytes[position] == UInt8(ascii: "\n") { break }
            if !isRaw, bytes[position] == UInt8(ascii: "\\") { position += 1 }
            position += 1
        }
        guard position < bytes.count, bytes[position] == quote else {
            position = min(position, bytes.count)
            throw fault(isRaw ? "unterminated raw quoted string" : "unterminated quoted string")
        }
        position += 1
        let source = String(decoding: bytes[start..<position], as: UTF8.self)
        let inside = bytes[(start + 1)..<(position - 1)]
        if isRaw { return .text(source: source, String(decoding: inside, as: UTF8.self)) }
        guard let text = GoQuoted.text(Array(inside)) else { throw fault("invalid syntax") }
        return .text(source: source, text)
    }
}

extension TemplateScanner {
    /// What is wrong at this place, by line.
    func fault(_ what: String) -> TemplateFault {
        .parsing(name, line: line(of: position), what)
    }

    func line(of position: Int) -> Int {
        1 + bytes.prefix(position).count { $0 == UInt8(ascii: "\n") }
    }

    private func unrecognized() -> TemplateFault {
        let rest = String(decoding: bytes[position...].prefix(8), as: UTF8.self)
        let scalar = rest.unicodeScalars.first?.value ?? 0
        let code = String(scalar, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        let isPlain = (0x21...0x7E).contains(scalar)
        let shown = isPlain ? " '\(rest.unicodeScalars.first.map(String.init) ?? "")'" : ""
        return fault("unrecognized character in action: U+\(padded)\(shown)")
    }

    /// Whether the action that begins here takes the space before it away.
    private var trimsBefore: Bool {
        byte(at: 0) == UInt8(ascii: "-") && Self.isSpace(byte(at: 1))
    }

    private func byte(at offset: Int) -> UInt8 {
        position + offset < bytes.count ? bytes[position + offset] : 0
    }

    private func isAt(_ text: String, after offset: Int = 0) -> Bool {
        let place = position + offset
        return place <= bytes.count && bytes[place...].starts(with: text.utf8)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isDecimalDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26
            || byte == UInt8(ascii: "_")
    }
}

extension UInt8 {
    fileprivate var isDecimalDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
