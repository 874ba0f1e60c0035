/// Why a chunk could not be written or read.
enum ChunkFault: Error, Hashable, Sendable {
    /// The bytes end before the chunk does.
    case truncated
    /// The bytes are not those that were written: their checksum is another.
    case checksum
    /// A version of the format that this D8S does not know.
    case version(UInt8)
    /// A kind of chunk that does not belong here.
    case kind(UInt8)
    /// A chunk has 1 to 4,096 rows, not this many.
    case count(Int)
    /// Times are not strictly ascending, or lie too far from 1970.
    case times
    /// What stands at this byte is not as the format says, although the checksum is right.
    case malformed(at: Int)
}
