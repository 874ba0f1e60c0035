/// The fields of one row of a FOCUS file; a field that is empty or says NULL is nil.
struct FocusRow {
    let bytes: UnsafeBufferPointer<UInt8>
    let fields: [Range<Int>]
    let constants: [[UInt8]]

    /// The bytes of a field, without blanks around them.
    @inline(__always)
    func withField<Value>(
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>?) -> Value
    ) -> Value {
        if column < fields.count {
            return body(Self.value(UnsafeBufferPointer(rebasing: bytes[fields[column]])))
        }
        let constant = column - fields.count
        guard constant < constants.count else { return body(nil) }
        return constants[constant].withUnsafeBufferPointer { body(Self.value($0)) }
    }

    @inline(__always)
    private static func value(
        _ field: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
        var (start, end) = (0, field.count)
        while start < end, field[start].isBlank { start += 1 }
        while end > start, field[end - 1].isBlank { end -= 1 }
        if start == end || end - start == 4 && isNull(field, start) { return nil }
        return UnsafeBufferPointer(rebasing: field[start..<end])
    }

    /// `NULL`, in whatever case.
    private static func isNull(_ field: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        field[start] | 0x20 == UInt8(ascii: "n") && field[start + 1] | 0x20 == UInt8(ascii: "u")
            && field[start + 2] | 0x20 == UInt8(ascii: "l")
            && field[start + 3] | 0x20 == UInt8(ascii: "l")
    }
}
