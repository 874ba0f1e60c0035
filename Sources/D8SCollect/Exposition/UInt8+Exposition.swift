import Glibc

extension UInt8 {
    static let plus = UInt8(ascii: "+")
    static let minus = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")
    static let space = UInt8(ascii: " ")
    static let tab: UInt8 = 9
    static let equals = UInt8(ascii: "=")
    static let hash = UInt8(ascii: "#")
    static let colon = UInt8(ascii: ":")
    static let backslash = UInt8(ascii: "\\")
    static let leftBrace = UInt8(ascii: "{")
    static let rightBrace = UInt8(ascii: "}")

    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
    /// Whether a label's name may begin with it.
    var beginsLabelName: Bool { isLetter || self == UInt8(ascii: "_") }
    var isInLabelName: Bool { beginsLabelName || isDigit }
    /// Whether a metric's name may begin with it.
    var beginsMetricName: Bool { beginsLabelName || self == .colon }
    var isInMetricName: Bool { beginsMetricName || isDigit }
}

extension UnsafeBufferPointer<UInt8> {
    /// Index of the first byte from `start` on that is no blank.
    func skippingBlanks(from start: Int) -> Int {
        var i = start
        while self[i].isBlank { i += 1 }
        return i
    }

    /// Index of the first line feed from `start` on; nil if there is none.
    func lineEnd(from start: Int) -> Int? {
        index(of: .newline, in: start..<count)
    }

    /// Index of the first such byte in the range; nil if there is none.
    func index(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let base = baseAddress,
            let found = memchr(base + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether both have the same bytes.
    @inline(__always)
    func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let base = baseAddress, let other = other.baseAddress else { return true }
        return memcmp(base, other, count) == 0
    }

    /// Whether these are the bytes of the text.
    @inline(__always)
    func isSame(as text: StaticString) -> Bool {
        isSame(as: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Whether these bytes end with those of the text.
    func ends(with text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount
            && UnsafeBufferPointer(rebasing: self[(count - text.utf8CodeUnitCount)...])
                .isSame(as: text)
    }

    /// Whether these are characters of Unicode in UTF-8.
    func isUTF8(_ range: Range<Int>) -> Bool {
        let part = UnsafeBufferPointer(rebasing: self[range])
        return part.allSatisfy { $0 < 0x80 } || String(validating: part, as: UTF8.self) != nil
    }
}
