/// Finds where the values of JSON text begin and end, without reading them.
///
/// So a list of any length is read an element at a time. Text that is no JSON gives ranges that are
/// none either, which the reader of the value then says.
struct JSONWalker {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The first place at or after `position` that is not white space.
    func afterSpace(_ position: Int) -> Int {
        var position = position
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        return position
    }

    /// The range of the value that begins at `position`; nil if there is none, or no end of it.
    func value(at position: Int) -> Range<Int>? {
        guard position < bytes.count else { return nil }
        let end = bytes.withUnsafeBufferPointer { bytes in
            switch bytes[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): Self.endOfContainer(bytes, position)
            case UInt8(ascii: "\""): Self.endOfString(bytes, position)
            default: Self.endOfWord(bytes, position)
            }
        }
        return end.flatMap { $0 > position ? position..<$0 : nil }
    }

    /// The next element of an array or member of an object of which everything before `position`
    /// has been read; nil at its end.
    func element(at position: Int) -> Range<Int>? {
        var position = afterSpace(position)
        if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
            position = afterSpace(position + 1)
        }
        return value(at: position)
    }

    /// The values of the members of the object at `range`, by their names as they are written.
    func members(of range: Range<Int>) -> [(name: Range<Int>, value: Range<Int>)] {
        var members: [(name: Range<Int>, value: Range<Int>)] = []
        guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "{") else { return [] }
        var position = range.lowerBound + 1
        while let name = element(at: position), name.upperBound < range.upperBound {
            let colon = afterSpace(name.upperBound)
            guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":"),
                let value = value(at: afterSpace(colon + 1)), value.upperBound < range.upperBound
            else { return members }
            members.append((name, value))
            position = value.upperBound
        }
        return members
    }

    /// Whether a member's name is this one.
    func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount + 2 else { return false }
        let expected = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return bytes[range].dropFirst().dropLast().elementsEqual(expected)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func endOfContainer(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var depth = 0, position = start
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(bytes, position) else { return nil }
                position = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return position + 1 }
            default: break
            }
            position += 1
        }
        return nil
    }

    private static func endOfString(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var position = start + 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): return position + 1
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var position = start
        while position < bytes.count, !isSpace(bytes[position]) {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                return position
            default: position += 1
            }
        }
        return position
    }
}
