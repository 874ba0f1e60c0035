extension ValueColumn {
    /// Reads a column of `count` values.
    static func read(
        _ cursor: inout ChunkCursor,
        count: Int,
        into values: UnsafeMutablePointer<Double>
    ) throws(ChunkFault) {
        let scale = try cursor.byte()
        if scale == bits {
            let first = Int64(bitPattern: try cursor.word())
            try readIntegers(&cursor, first, count, values)
            return
        }
        guard scale <= DecimalScale.largest else { throw cursor.malformed }
        let specials = try ValueSpecials(&cursor, count: count)
        let first = try cursor.zigzag()
        try readIntegers(&cursor, first, count, values)
        divide(values, count, by: DecimalScale.powers[Int(scale)])
        try specials.patch(values)
    }

    /// Reads integers into the place of the doubles.
    private static func readIntegers(
        _ cursor: inout ChunkCursor,
        _ first: Int64,
        _ count: Int,
        _ values: UnsafeMutablePointer<Double>
    ) throws(ChunkFault) {
        try UnsafeMutableRawPointer(values).withMemoryRebound(to: Int64.self, capacity: count) {
            (place) throws(ChunkFault) in
            place[0] = first
            try BlockDecoder.decode(&cursor, count: count, into: place)
        }
    }

    /// Turns integers into doubles where they stand.
    private static func divide(
        _ values: UnsafeMutablePointer<Double>,
        _ count: Int,
        by power: Double
    ) {
        let place = UnsafeMutableRawPointer(values)
        guard isSmall(place, count) else {
            for index in 0..<count {
                let whole = place.load(fromByteOffset: index &* 8, as: Int64.self)
                values[index] = Double(whole) / power
            }
            return
        }
        let rounder = DecimalScale.rounder
        let whole = count & ~1
        for offset in stride(from: 0, to: whole &* 8, by: 16) {
            let two = place.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
            let bits = two &+ rounder.bitPattern
            let shifted = unsafeBitCast(bits, to: SIMD2<Double>.self) - rounder
            place.storeBytes(
                of: power == 1 ? shifted : shifted / power,
                toByteOffset: offset,
                as: SIMD2<Double>.self
            )
        }
        if whole < count {
            let last = place.load(fromByteOffset: whole &* 8, as: Int64.self)
            values[whole] = Double(last) / power
        }
    }

    /// Whether all integers lie between -2^51 and 2^51.
    ///
    /// Then adding them to the bits of `rounder` and taking `rounder` off makes doubles of them,
    /// two in one instruction.
    private static func isSmall(_ place: UnsafeRawPointer, _ count: Int) -> Bool {
        var bits: UInt64 = 0
        for index in 0..<count {
            bits |= place.load(fromByteOffset: index &* 8, as: UInt64.self) &+ 1 << 51
        }
        return bits < 1 << 52
    }
}

/// The values of a column that are no decimals, bit for bit.
struct ValueSpecials {
    private var cursor: ChunkCursor
    private let specials: Int
    private let count: Int

    /// Walks the cursor past them and remembers where they are.
    init(_ cursor: inout ChunkCursor, count: Int) throws(ChunkFault) {
        let specials = try cursor.variable()
        guard specials <= UInt64(count) else { throw cursor.malformed }
        self.cursor = cursor
        self.specials = Int(specials)
        self.count = count
        try Self.walk(&cursor, self.specials, count) { _, _ in }
    }

    func patch(_ values: UnsafeMutablePointer<Double>) throws(ChunkFault) {
        var cursor = cursor
        try Self.walk(&cursor, specials, count) { values[$0] = Double(bitPattern: $1) }
    }

    private static func walk(
        _ cursor: inout ChunkCursor,
        _ specials: Int,
        _ count: Int,
        _ body: (Int, UInt64) -> Void
    ) throws(ChunkFault) {
        var next = 0
        for _ in 0..<specials {
            let gap = try cursor.variable()
            guard gap < UInt64(count - next) else { throw cursor.malformed }
            let index = next + Int(gap)
            body(index, try cursor.word())
            next = index + 1
        }
    }
}
