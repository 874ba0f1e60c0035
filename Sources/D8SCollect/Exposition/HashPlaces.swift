/// Where things numbered from 0 stand by their hashes, whoever keeps the things.
struct HashPlaces {
    private(set) var count = 0
    /// 32 bits of a hash above one more than its thing's number; 0 for none.
    ///
    /// Never more than half full.
    private var table: [UInt64] = Array(repeating: 0, count: 64)

    /// Seeded by the process, so that nobody can send texts that all fall on one place.
    @inline(__always)
    static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes: text)
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    /// The number of the thing of this hash that `matches`; nil if there is none.
    @inline(__always)
    func find(_ hash: UInt32, _ matches: (Int) -> Bool) -> Int? {
        let mask = table.count - 1
        var place = Int(hash) & mask
        while table[place] != 0 {
            if table[place] >> 32 == UInt64(hash) {
                let number = Int(table[place] & 0xFFFF_FFFF) - 1
                if matches(number) { return number }
            }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Gives the next number to a thing of this hash.
    mutating func add(_ hash: UInt32) {
        if (count + 1) * 2 > table.count { grow() }
        count += 1
        place(UInt64(hash) << 32 | UInt64(UInt32(truncatingIfNeeded: count)))
    }

    private mutating func grow() {
        let before = table
        table = Array(repeating: 0, count: before.count * 4)
        for entry in before where entry != 0 { place(entry) }
    }

    private mutating func place(_ entry: UInt64) {
        let mask = table.count - 1
        var place = Int(entry >> 32) & mask
        while table[place] != 0 { place = (place + 1) & mask }
        table[place] = entry
    }
}
