/// Integers of one width, one after the other, the lowest bit first.
///
/// A value is read by one load of eight bytes, so widths are 0 to 56 or 64.
enum BitPacking {
    static func isWidth(_ width: Int) -> Bool { 0...56 ~= width || width == 64 }

    /// The least width that packing knows and that holds so many bits.
    static func width(for bits: Int) -> Int { bits <= 56 ? bits : 64 }

    static func size(count: Int, width: Int) -> Int { (count * width + 7) / 8 }

    @inline(__always)
    static func mask(_ width: Int) -> UInt64 {
        width == 64 ? .max : 1 &<< UInt64(width) &- 1
    }

    /// Reads `count` values; up to seven bytes after the last one have to be readable.
    static func unpack(
        _ source: UnsafeRawPointer,
        width: Int,
        count: Int,
        into values: UnsafeMutablePointer<Int64>
    ) {
        let mask = mask(width)
        var bit = 0
        for index in 0..<count {
            let word = source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
            let value = UInt64(littleEndian: word) &>> UInt64(bit & 7) & mask
            values[index] = Int64(bitPattern: value)
            bit &+= width
        }
    }

    /// Appends `count` values, of which the lowest `width` bits are kept.
    static func pack(
        _ values: UnsafePointer<UInt64>,
        count: Int,
        width: Int,
        to bytes: inout [UInt8]
    ) {
        let mask = mask(width)
        var word: UInt64 = 0
        var filled: UInt64 = 0
        for index in 0..<count {
            let value = values[index] & mask
            word |= value &<< filled
            filled &+= UInt64(width)
            guard filled >= 64 else { continue }
            bytes.append(word: word)
            filled &-= 64
            let taken = UInt64(width) &- filled
            word = taken >= 64 ? 0 : value &>> taken
        }
        while filled > 0 {
            bytes.append(UInt8(truncatingIfNeeded: word))
            word &>>= 8
            filled = filled > 8 ? filled &- 8 : 0
        }
    }
}
