extension [UInt8] {
    /// Appends an integer's bytes, the least significant first.
    mutating func append(word: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
    }

    /// Appends seven bits a byte, the least significant first; the last byte has no top bit.
    mutating func append(variable: UInt64) {
        var rest = variable
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest &>>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a signed integer whose sign has become the lowest bit: 0, -1, 1, -2 are 0, 1, 2, 3.
    mutating func append(zigzag: Int64) {
        append(variable: UInt64(bitPattern: zigzag &<< 1 ^ zigzag &>> 63))
    }

    /// Appends the hash of everything from `start` on, which ends the chunk.
    mutating func appendChecksum(from start: Int) {
        let hash = withUnsafeBytes { XXH64.hash(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        append(word: hash)
    }
}
