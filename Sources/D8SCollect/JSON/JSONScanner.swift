/// What goes over the bytes of a JSON text.
protocol JSONScanner {
    var bytes: UnsafeBufferPointer<UInt8> { get }
    /// Where the next byte is.
    var position: Int { get set }
}

extension JSONScanner {
    /// The next byte; nil at the end.
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Passes over white space (RFC 8259 section 2).
    mutating func skipSpace() {
        while let byte = peek, byte <= 0x20, byte.isBlank || byte.endsLine { position += 1 }
    }

    /// Whether this comes next, after white space; it is passed over.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        skipSpace()
        guard peek == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    /// What is wrong here.
    func fault(_ reason: String) -> JSONFault {
        let before = bytes[..<min(position, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONFault(
            line: before.count { $0 == 0x0A } + 1,
            column: before.count - lineStart + 1,
            reason: reason
        )
    }
}
