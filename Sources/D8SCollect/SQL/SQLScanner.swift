/// Goes through the text of a statement once and puts parameters where placeholders are.
struct SQLScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    private var brackets = 0
    /// Length of the output where a semicolon ended the statement; nil before one was met.
    private var end: Int?
    private(set) var parameters: [SQLStatement.Placeholder] = []

    init(_ sql: String) {
        bytes = Array(sql.utf8)
    }

    /// The statement without the semicolon at its end and what follows it.
    var text: String { String(decoding: output[..<(end ?? output.count)], as: UTF8.self) }

    mutating func scan() throws(SQLStatement.Fault) {
        while let byte = peek() {
            if let length = try passage(byte) {
                copy(length)
            } else {
                try token(byte)
            }
        }
    }

    /// The length of a literal, quoted name or comment that begins here; nil if none does.
    private mutating func passage(_ byte: UInt8) throws(SQLStatement.Fault) -> Int? {
        switch byte {
        case UInt8(ascii: "'"): return try quoted(byte, "string", escapes: isEscapeString)
        case UInt8(ascii: "\""): return try quoted(byte, "quoted name", escapes: false)
        case UInt8(ascii: "-") where peek(1) == byte:
            return bytes[position...].firstIndex(of: .newline).map { $0 - position }
                ?? bytes.count - position
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): return try comment()
        case UInt8(ascii: "$"): return try dollarQuoted()
        default: return nil
        }
    }

    private mutating func token(_ byte: UInt8) throws(SQLStatement.Fault) {
        guard end == nil || byte <= 0x20 || byte == UInt8(ascii: ";") else {
            throw fault("begins a second statement; give each its own entry under `queries`")
        }
        switch byte {
        case 0: throw fault("holds a NUL character")
        case UInt8(ascii: ";"): end = end ?? output.count
        case UInt8(ascii: "["): brackets += 1
        case UInt8(ascii: "]"): brackets -= 1
        case UInt8(ascii: ":"): return try colon()
        default: break
        }
        if Self.isName(byte) { return copy(nameLength(from: position)) }
        copy(1)
    }

    /// `::` is a cast and `:=` names an argument; within brackets, `[2:n]` is a slice.
    private mutating func colon() throws(SQLStatement.Fault) {
        if peek(1) == UInt8(ascii: ":") || peek(1) == UInt8(ascii: "=") { return copy(2) }
        let length = nameLength(from: position + 1)
        let name = String(decoding: bytes[(position + 1)..<(position + 1 + length)], as: UTF8.self)
        guard let placeholder = SQLStatement.Placeholder(rawValue: name) else {
            guard brackets > 0 || length == 0 else {
                throw fault("has :\(name.abridged), which is none of :since, :until and :now")
            }
            return copy(1)
        }
        let known = parameters.firstIndex(of: placeholder)
        if known == nil { parameters.append(placeholder) }
        output.append(contentsOf: "$\((known ?? parameters.count - 1) + 1)".utf8)
        position += 1 + length
    }

    private func quoted(
        _ quote: UInt8,
        _ what: String,
        escapes: Bool
    ) throws(SQLStatement.Fault) -> Int {
        var index = position + 1
        while index < bytes.count {
            if bytes[index] == quote {
                guard index + 1 < bytes.count, bytes[index + 1] == quote else {
                    return index + 1 - position
                }
                index += 1
            } else if escapes, bytes[index] == UInt8(ascii: "\\") {
                index += 1
            }
            index += 1
        }
        throw fault("begins a \(what) that is not closed")
    }

    /// Whether an `E` of its own stands before the quote.
    private var isEscapeString: Bool {
        guard position > 0, bytes[position - 1] | 0x20 == UInt8(ascii: "e") else { return false }
        return position < 2 || !Self.isName(bytes[position - 2])
    }

    private func comment() throws(SQLStatement.Fault) -> Int {
        var depth = 0
        var index = position
        while index + 1 < bytes.count {
            let pair = (bytes[index], bytes[index + 1])
            if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
                depth += 1
                index += 2
            } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
                depth -= 1
                index += 2
                if depth == 0 { return index - position }
            } else {
                index += 1
            }
        }
        throw fault("begins a comment that is not closed")
    }

    /// `$tag$ … $tag$`; nil for a dollar that is a part of a name.
    private func dollarQuoted() throws(SQLStatement.Fault) -> Int? {
        if let next = peek(1), next.isDigit {
            throw fault("has a parameter of its own; use :since, :until or :now")
        }
        let name = bytes[(position + 1)...].prefix { Self.isName($0) && $0 != UInt8(ascii: "$") }
        let afterTag = position + 1 + name.count
        guard afterTag < bytes.count, bytes[afterTag] == UInt8(ascii: "$") else { return nil }
        let tag = bytes[position...afterTag]
        var index = afterTag + 1
        while let dollar = bytes[index...].firstIndex(of: UInt8(ascii: "$")) {
            if bytes[dollar...].starts(with: tag) { return dollar + tag.count - position }
            index = dollar + 1
        }
        throw fault("begins a dollar quote that is not closed")
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    private func nameLength(from start: Int) -> Int {
        bytes[min(start, bytes.count)...].prefix(while: Self.isName).count
    }

    private mutating func copy(_ length: Int) {
        output.append(contentsOf: bytes[position..<min(position + length, bytes.count)])
        position += length
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte.isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "$") || byte >= 0x80
    }

    private func fault(_ reason: String) -> SQLStatement.Fault {
        let line = bytes[..<position].count { $0 == .newline } + 1
        return SQLStatement.Fault(line: line, reason: reason)
    }
}
