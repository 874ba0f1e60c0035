/// Walks through the columns of a chunk and never past them.
struct ChunkCursor {
    /// The chunk with its trailer.
    ///
    /// So eight bytes can be loaded from the last byte of a column, too.
    private let bytes: UnsafeRawBufferPointer
    private let base: UnsafeRawPointer
    private(set) var offset = ChunkHeader.size
    private let end: Int

    init(_ bytes: UnsafeRawBufferPointer) throws(ChunkFault) {
        guard let base = bytes.baseAddress,
            bytes.count >= ChunkHeader.size + ChunkHeader.trailerSize
        else { throw .truncated }
        self.bytes = bytes
        self.base = base
        end = bytes.count - ChunkHeader.trailerSize
    }

    var malformed: ChunkFault { .malformed(at: offset) }

    /// The address of the next `count` bytes, after which the cursor stands.
    mutating func take(_ count: Int) throws(ChunkFault) -> UnsafeRawPointer {
        guard count >= 0, count <= end - offset else { throw .truncated }
        defer { offset += count }
        return base + offset
    }

    mutating func byte() throws(ChunkFault) -> UInt8 {
        guard offset < end else { throw .truncated }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func word() throws(ChunkFault) -> UInt64 {
        UInt64(littleEndian: try take(8).loadUnaligned(as: UInt64.self))
    }

    mutating func variable() throws(ChunkFault) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard shift < 63 || (shift == 63 && byte <= 1) else { throw malformed }
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    mutating func zigzag() throws(ChunkFault) -> Int64 {
        let value = try variable()
        return Int64(bitPattern: value &>> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// Nothing is left before the checksum.
    func expectEnd() throws(ChunkFault) {
        guard offset == end else { throw malformed }
    }
}
