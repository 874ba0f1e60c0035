/// The residuals of a block that need more bits than the others: where they are, and their upper
/// bits.
struct BlockExceptions {
    private let positions: UnsafeRawPointer
    private let upper: UnsafeRawPointer
    private let upperWidth: Int
    private let count: Int

    init(_ cursor: inout ChunkCursor, width: Int, length: Int) throws(ChunkFault) {
        count = Int(try cursor.byte())
        guard 1...length ~= count, width <= 56 else { throw cursor.malformed }
        positions = try cursor.take(count)
        for index in 0..<count {
            let position = positions.load(fromByteOffset: index, as: UInt8.self)
            guard position < length else { throw cursor.malformed }
        }
        upperWidth = Int(try cursor.byte())
        guard BitPacking.isWidth(upperWidth), upperWidth > 0 else { throw cursor.malformed }
        upper = try cursor.take(BitPacking.size(count: count, width: upperWidth))
    }

    /// Adds the upper bits, whose highest one is a sign, above the `lower` ones.
    func patch(_ block: UnsafeMutablePointer<Int64>, lower: Int) {
        let unused = Int64(64 - upperWidth)
        var bit = 0
        for index in 0..<count {
            let word = upper.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
            let bits = Int64(bitPattern: UInt64(littleEndian: word) &>> UInt64(bit & 7))
            let position = Int(positions.load(fromByteOffset: index, as: UInt8.self))
            let signed = (bits &<< unused) &>> unused
            block[position] &+= signed << Int64(lower)
            bit &+= upperWidth
        }
    }
}
