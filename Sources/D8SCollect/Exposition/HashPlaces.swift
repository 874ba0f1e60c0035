/// Where things numbered from 0 stand by their hashes, whoever keeps the things.
struct HashPlaces {
    private(set) var count = 0
    /// 32 bits of a hash above one more than its thing's number; 0 for none.
    ///
    /// Never more than half full.
    private var table: [UInt64] = Array(repeating: 0, count: 64)

    /// Makes room for this many things.
    mutating func reserve(_ count: Int) {
        while table.count < count * 2 { grow() }
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
    @inline(__always)
    mutating func add(_ hash: UInt32) {
        if (count + 1) * 2 > table.count { grow() }
        count += 1
        place(UInt64(hash) << 32 | UInt64(UInt32(truncatingIfNeeded: count)))
    }

    private mutating func grow() {
        let before = table
        table = Array(repeating: 0, count: before.count * 2)
        for entry in before where entry != 0 { place(entry) }
    }

    @inline(__always)
    private mutating func place(_ entry: UInt64) {
        let mask = table.count - 1
        var place = Int(entry >> 32) & mask
        while table[place] != 0 { place = (place + 1) & mask }
        table[place] = entry
    }
}
