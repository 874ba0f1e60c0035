/// Reads the blocks of one column of 64-bit integers.
enum BlockDecoder {
    /// Fills `column[1..<count]`; the first value is there already.
    static func decode(
        _ cursor: inout ChunkCursor,
        count: Int,
        into column: UnsafeMutablePointer<Int64>
    ) throws(ChunkFault) {
        var done = 1
        while done < count {
            let flags = try cursor.byte()
            guard flags & BlockFlags.unused == 0,
                let order = BlockOrder(rawValue: flags & BlockFlags.order)
            else { throw cursor.malformed }
            let slope = done > 1 ? column[done - 1] &- column[done - 2] : 0
            let block = column + done
            let length: Int
            if flags & BlockFlags.packed == 0 {
                guard flags <= BlockFlags.order else { throw cursor.malformed }
                length = try run(&cursor, atMost: count - done)
                let base = try cursor.zigzag()
                fill(block, length, order, base, slope)
            } else {
                length = min(count - done, BlockFlags.blockLength)
                try packed(&cursor, flags, length, block)
                integrate(block, length, order, slope)
            }
            done += length
        }
    }

    private static func run(
        _ cursor: inout ChunkCursor,
        atMost limit: Int
    ) throws(ChunkFault) -> Int {
        let length = try cursor.variable()
        guard length >= 1, length <= UInt64(limit) else { throw cursor.malformed }
        return Int(length)
    }

    /// Reads the residuals of a packed block.
    private static func packed(
        _ cursor: inout ChunkCursor,
        _ flags: UInt8,
        _ length: Int,
        _ block: UnsafeMutablePointer<Int64>
    ) throws(ChunkFault) {
        let base = try cursor.zigzag()
        let width = Int(try cursor.byte())
        guard BitPacking.isWidth(width) else { throw cursor.malformed }
        let shift = flags & BlockFlags.shifted == 0 ? 0 : try cursor.byte()
        guard shift < 64 else { throw cursor.malformed }
        let exceptions =
            flags & BlockFlags.exceptions == 0
            ? nil : try BlockExceptions(&cursor, width: width, length: length)
        let size = BitPacking.size(count: length, width: width)
        BitPacking.unpack(
            try cursor.take(size),
            width: width,
            count: length,
            shift: Int64(shift),
            base: base,
            into: block
        )
        exceptions?.patch(block, lower: width + Int(shift))
    }

    /// Writes a run: the same residual for every value.
    private static func fill(
        _ block: UnsafeMutablePointer<Int64>,
        _ length: Int,
        _ order: BlockOrder,
        _ base: Int64,
        _ slope: Int64
    ) {
        guard order == .delta else {
            block.update(repeating: base, count: length)
            return integrate(block, length, order, slope)
        }
        var lanes = SIMD2(base, 2 &* base) &+ block[-1]
        let step = SIMD2(repeating: 2 &* base)
        for index in 0..<length / 2 {
            block[2 &* index] = lanes[0]
            block[2 &* index &+ 1] = lanes[1]
            lanes &+= step
        }
        if length & 1 == 1 { block[length &- 1] = lanes[0] }
    }

    /// Turns residuals into values; `block[-1]` is the value before.
    private static func integrate(
        _ block: UnsafeMutablePointer<Int64>,
        _ length: Int,
        _ order: BlockOrder,
        _ slope: Int64
    ) {
        var value = block[-1]
        switch order {
        case .plain:
            for index in 0..<length { block[index] &+= value }
        case .delta:
            for index in 0..<length {
                value &+= block[index]
                block[index] = value
            }
        case .deltaOfDelta:
            var slope = slope
            for index in 0..<length {
                slope &+= block[index]
                value &+= slope
                block[index] = value
            }
        case .xor:
            for index in 0..<length {
                value ^= block[index]
                block[index] = value
            }
        }
    }
}
