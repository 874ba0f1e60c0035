/// Integers of one width, one after the other, the lowest bit first.
///
/// A value is read by one load of eight bytes, so widths are 0 to 56 or 64.
enum BitPacking {
    static func isWidth(_ width: Int) -> Bool { 0...56 ~= width || width == 64 }

    /// The least width that packing knows and that holds so many bits.
    @inline(__always)
    static func width(for bits: Int) -> Int { bits <= 56 ? bits : 64 }

    @inline(__always)
    static func size(count: Int, width: Int) -> Int { (count &* width &+ 7) &>> 3 }

    @inline(__always)
    static func mask(_ width: Int) -> UInt64 {
        width == 64 ? .max : 1 &<< UInt64(truncatingIfNeeded: width) &- 1
    }

    /// Reads `count` values, shifts them to the left and adds a base, all modulo 2^64.
    ///
    /// Up to seven bytes after the last value have to be readable.
    static func unpack(
        _ source: UnsafeRawPointer,
        width: Int,
        count: Int,
        shift: Int64,
        base: Int64,
        into values: UnsafeMutablePointer<Int64>
    ) {
        if width == 0 { return values.update(repeating: base, count: count) }
        let whole = count & ~7
        if width < UnpackTable.all.count {
            UnpackTable.all[width](source, whole / 8, values, shift, base)
        }
        let mask = mask(width)
        let start = width < UnpackTable.all.count ? whole : 0
        var bit = start &* width
        for index in start..<count {
            let word = UInt64(
                littleEndian: source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
            )
            let value = word &>> UInt64(truncatingIfNeeded: bit & 7) & mask
            values[index] = Int64(bitPattern: value) &<< shift &+ base
            bit &+= width
        }
    }
}
