/// Integers of seven bits a byte, the least significant first; only the last byte has no top bit.
enum Varint {
    /// The most bytes that one takes.
    static let largest = 10

    /// A signed integer whose sign is the lowest bit: 0, -1, 1, -2 are 0, 1, 2, 3.
    @inline(__always)
    static func zigzag(_ value: Int64) -> UInt64 {
        UInt64(bitPattern: value &<< 1 ^ value &>> 63)
    }

    @inline(__always)
    static func signed(_ value: UInt64) -> Int64 {
        Int64(bitPattern: value &>> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// Writes at most `largest` bytes and returns the address after them.
    @inline(__always)
    static func write(
        _ value: UInt64,
        to address: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        var rest = value
        var address = address
        while rest >= 0x80 {
            address.pointee = UInt8(truncatingIfNeeded: rest) | 0x80
            address += 1
            rest &>>= 7
        }
        address.pointee = UInt8(truncatingIfNeeded: rest)
        return address + 1
    }

    /// Reads one and moves the offset after it; nil if the bytes end before it does.
    @inline(__always)
    static func read(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
