/// The first 24 bytes of a chunk: what it holds, without reading it.
struct ChunkHeader: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        case raw = 0
        case rollup = 1
    }

    /// Rows in a chunk, at most: a bound on the memory that reading one takes.
    static let largestCount = 4096
    static let version: UInt8 = 1
    static let size = 24
    /// The checksum after the columns.
    static let trailerSize = 8
    /// Times lie within this many milliseconds of 1970, some 35,000 years.
    static let farthest: Int64 = 1 << 50

    var kind: Kind
    /// Rows, 1 to 4,096.
    var count: Int
    /// The width of a bucket in milliseconds; 0 in a raw chunk.
    var resolution: UInt32
    /// The time of the first row, in milliseconds since 1970; of a rollup the end of its bucket.
    var first: Int64
    /// The time of the last row.
    var last: Int64
}

extension ChunkHeader {
    /// Reads the header alone; the checksum is not looked at.
    init(_ bytes: UnsafeRawBufferPointer) throws(ChunkFault) {
        guard let base = bytes.baseAddress, bytes.count >= Self.size + Self.trailerSize else {
            throw .truncated
        }
        guard bytes[0] == Self.version else { throw .version(bytes[0]) }
        guard let kind = Kind(rawValue: bytes[1]) else { throw .kind(bytes[1]) }
        self.kind = kind
        count = Int(UInt16(littleEndian: base.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
        resolution = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        first = Int64(littleEndian: base.loadUnaligned(fromByteOffset: 8, as: Int64.self))
        last = Int64(littleEndian: base.loadUnaligned(fromByteOffset: 16, as: Int64.self))
        guard 1...Self.largestCount ~= count else { throw .count(count) }
        guard (kind == .raw) == (resolution == 0) else { throw .malformed(at: 4) }
        let span = -Self.farthest...Self.farthest
        guard span ~= first, span ~= last, first <= last, (count == 1) == (first == last) else {
            throw .times
        }
    }

    /// Reads the header of a chunk whose checksum is right and that is of this kind.
    init(verifying bytes: UnsafeRawBufferPointer, kind wanted: Kind) throws(ChunkFault) {
        try self.init(bytes)
        let body = UnsafeRawBufferPointer(rebasing: bytes.dropLast(Self.trailerSize))
        let trailer = bytes.loadUnaligned(fromByteOffset: body.count, as: UInt64.self)
        guard XXH64.hash(body) == UInt64(littleEndian: trailer) else { throw .checksum }
        guard kind == wanted else { throw .kind(kind.rawValue) }
    }

    func write(to sink: inout ChunkSink) {
        sink.write(Self.version)
        sink.write(kind.rawValue)
        sink.write(word: UInt16(count))
        sink.write(word: resolution)
        sink.write(word: first)
        sink.write(word: last)
    }
}
