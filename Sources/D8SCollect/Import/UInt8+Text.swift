extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")

    var endsLine: Bool { self == .newline || self == .carriageReturn }
    var endsPlainField: Bool { self == .comma || endsLine }
    var stopsQuoted: Bool { self == .quote || endsLine }
    var isBlank: Bool { self == UInt8(ascii: " ") || self == 9 }
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    var isLowercaseHexDigit: Bool {
        isDigit || self &- UInt8(ascii: "a") < 6
    }

    var isHexDigit: Bool {
        isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6
    }
}

extension ArraySlice<UInt8> {
    var trimmedOfBlanks: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first.isBlank { slice.removeFirst() }
        while let last = slice.last, last.isBlank { slice.removeLast() }
        return slice
    }
}

extension String {
    var trimmedOfSpaces: String {
        String(decoding: Array(utf8)[...].trimmedOfBlanks, as: UTF8.self)
    }
}
