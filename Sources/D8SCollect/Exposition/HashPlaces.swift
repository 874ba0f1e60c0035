/// Where things numbered from 0 stand by their hashes, whoever keeps the things.
///
/// A byte of each hash stands apart from the numbers, so that what is new, as most things are on a
/// first page, is found to be so in little memory.
struct HashPlaces {
    /// The hash of each thing.
    private var hashes: [UInt32] = []
    /// For each place, a byte of the hash of what stands there, never 0; else 0.
    ///
    /// Never more than half full.
    private var marks: [UInt8] = Array(repeating: 0, count: 64)
    private var numbers: [UInt32] = Array(repeating: 0, count: 64)

    var count: Int { hashes.count }

    /// Makes room for this many things.
    mutating func reserve(_ count: Int) {
        hashes.reserveCapacity(count)
        var size = marks.count
        while size < count * 2 { size *= 2 }
        if size > marks.count { resize(size) }
    }

    /// The number of the thing of this hash that `matches`; nil if there is none.
    @inline(__always)
    func find(_ hash: UInt32, _ matches: (Int) -> Bool) -> Int? {
        let mask = marks.count - 1
        let wanted = Self.mark(hash)
        var place = Int(hash) & mask
        while marks[place] != 0 {
            if marks[place] == wanted {
                let number = Int(numbers[place])
                if hashes[number] == hash, matches(number) { return number }
            }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Gives the next number to a thing of this hash.
    @inline(__always)
    mutating func add(_ hash: UInt32) {
        if (count + 1) * 2 > marks.count { resize(marks.count * 2) }
        hashes.append(hash)
        place(count - 1)
    }

    private mutating func resize(_ size: Int) {
        marks = Array(repeating: 0, count: size)
        numbers = Array(repeating: 0, count: size)
        for number in hashes.indices { place(number) }
    }

    @inline(__always)
    private mutating func place(_ number: Int) {
        let hash = hashes[number]
        let mask = marks.count - 1
        var place = Int(hash) & mask
        while marks[place] != 0 { place = (place + 1) & mask }
        marks[place] = Self.mark(hash)
        numbers[place] = UInt32(truncatingIfNeeded: number)
    }

    /// The upper byte, which says nothing of the place in all but huge tables.
    @inline(__always)
    private static func mark(_ hash: UInt32) -> UInt8 {
        max(1, UInt8(truncatingIfNeeded: hash >> 24))
    }
}
