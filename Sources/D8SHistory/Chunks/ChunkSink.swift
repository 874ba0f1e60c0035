/// Where the bytes of a chunk are written: memory that `largestSize` says is enough.
struct ChunkSink {
    private let base: UnsafeMutableRawPointer
    private(set) var offset = 0

    init(_ base: UnsafeMutableRawPointer) { self.base = base }

    /// The most bytes that a chunk of so many columns and rows can take.
    ///
    /// A block takes up to 14 bytes and eight for each value, a special value two and eight more.
    static func largestSize(columns: Int, rows: Int) -> Int {
        let blocks = rows / BlockFlags.blockLength + 1
        let specials = ValueColumn.largestSpecials(among: rows)
        let column = 16 + blocks * 14 + rows * 8 + specials * 10
        return ChunkHeader.size + ChunkHeader.trailerSize + columns * column
    }

    /// Writes an integer's bytes, the least significant first.
    @inline(__always)
    mutating func write<Word: FixedWidthInteger & BitwiseCopyable>(word: Word) {
        base.storeBytes(of: word.littleEndian, toByteOffset: offset, as: Word.self)
        offset &+= MemoryLayout<Word>.size
    }

    mutating func write(_ byte: UInt8) { write(word: byte) }

    /// Writes seven bits a byte, the least significant first; the last byte has no top bit.
    mutating func write(variable: UInt64) {
        var rest = variable
        while rest >= 0x80 {
            write(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest &>>= 7
        }
        write(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes a signed integer whose sign has become the lowest bit: 0, -1, 1, -2 are 0, 1, 2, 3.
    mutating func write(zigzag: Int64) {
        write(variable: UInt64(bitPattern: (zigzag &<< 1) ^ (zigzag &>> 63)))
    }

    /// Writes the lowest `width` bits of each value, one after the other.
    mutating func write(
        _ values: UnsafePointer<Int64>,
        count: Int,
        width: Int
    ) {
        let mask = BitPacking.mask(width)
        var word: UInt64 = 0
        var filled = 0
        for index in 0..<count {
            let value = UInt64(bitPattern: values[index]) & mask
            word |= value &<< UInt64(truncatingIfNeeded: filled)
            filled &+= width
            guard filled >= 64 else { continue }
            write(word: word)
            filled &-= 64
            word = filled == 0 ? 0 : value &>> UInt64(truncatingIfNeeded: width &- filled)
        }
        while filled > 0 {
            write(UInt8(truncatingIfNeeded: word))
            word &>>= 8
            filled &-= 8
        }
    }

    /// Writes the hash of everything before, which ends the chunk.
    mutating func writeChecksum() {
        write(word: XXH64.hash(UnsafeRawBufferPointer(start: base, count: offset)))
    }
}
