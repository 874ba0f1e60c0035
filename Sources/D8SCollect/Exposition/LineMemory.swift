import Glibc

/// The texts that a target's lines began with, numbered from 1 in the order in which they were met:
/// the series of a sample, or a whole line with `#`.
///
/// Each remembers what followed it. A page of which only the numbers change is thereby known by
/// comparing bytes in order, without looking at a name, a label or a quote.
struct LineMemory {
    private struct Entry {
        let offset: Int
        let length: Int
        let hash: Int
        var next = 0
    }

    /// Entry 0 stands for the beginning of a page.
    private var entries = [Entry(offset: 0, length: 0, hash: 0)]
    private var texts: [UInt8] = []
    /// Numbers at the places of their hashes, 0 for none; never more than half full.
    private var table: [Int] = Array(repeating: 0, count: 64)

    /// How many texts are known.
    var count: Int { entries.count - 1 }
    /// The length of all of them.
    var size: Int { texts.count }

    /// The text that followed `number` last, if it stands at `start` too; else 0.
    @inline(__always)
    func successor(
        of number: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        at start: Int
    ) -> (number: Int, length: Int) {
        let guess = entries[number].next
        guard guess != 0, matches(guess, bytes, start) else { return (0, 0) }
        return (guess, entries[guess].length)
    }

    /// The number of a text that stands behind the text `previous`; 0 if it is not known.
    mutating func find(
        _ text: UnsafeBufferPointer<UInt8>,
        after previous: Int
    ) -> Int {
        var place = Self.hash(text) & (table.count - 1)
        while table[place] != 0 {
            let number = table[place]
            if entries[number].length == text.count, matches(number, text, 0) {
                entries[previous].next = number
                return number
            }
            place = (place + 1) & (table.count - 1)
        }
        return 0
    }

    /// Remembers a text that is not known yet; returns its number.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>, after previous: Int) -> Int {
        let hash = Self.hash(text)
        entries.append(Entry(offset: texts.count, length: text.count, hash: hash))
        texts.append(contentsOf: text)
        let number = entries.count - 1
        entries[previous].next = number
        if entries.count * 2 > table.count { grow() } else { place(number) }
        return number
    }

    private mutating func grow() {
        table = Array(repeating: 0, count: table.count * 2)
        for number in 1..<entries.count { place(number) }
    }

    private mutating func place(_ number: Int) {
        var place = entries[number].hash & (table.count - 1)
        while table[place] != 0 { place = (place + 1) & (table.count - 1) }
        table[place] = number
    }

    @inline(__always)
    private func matches(
        _ number: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> Bool {
        let entry = entries[number]
        guard entry.length <= bytes.count - start, let base = bytes.baseAddress else {
            return false
        }
        return texts.withUnsafeBufferPointer { known in
            guard let known = known.baseAddress else { return false }
            return memcmp(base + start, known + entry.offset, entry.length) == 0
        }
    }

    /// Seeded by the process, so that nobody can send texts that all fall on one place.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        return hasher.finalize() & .max
    }
}
