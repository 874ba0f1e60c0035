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
        let place = UnsafeMutableRawPointer(values).assumingMemoryBound(to: Int64.self)
        place[0] = first
        try BlockDecoder.decode(&cursor, count: count, into: place)
    }

    /// Turns integers into doubles where they stand.
    private static func divide(
        _ values: UnsafeMutablePointer<Double>,
        _ count: Int,
        by power: Double
    ) {
        let place = UnsafeMutableRawPointer(values)
        for index in 0..<count {
            let whole = place.load(fromByteOffset: index &* 8, as: Int64.self)
            place.storeBytes(of: Double(whole) / power, toByteOffset: index &* 8, as: Double.self)
        }
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
