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
        var next = 0
    }

    /// Entry 0 stands for the beginning of a page.
    private var entries = [Entry(offset: 0, length: 0)]
    private var texts: [UInt8] = []
    /// One less than an entry's number for each text.
    private var places = HashPlaces()

    /// How many texts are known.
    var count: Int { entries.count - 1 }
    /// The length of all of them.
    var size: Int { texts.count }

    /// Makes room for the texts of a page of this many bytes.
    mutating func reserve(pageSize: Int) {
        texts.reserveCapacity(pageSize)
        entries.reserveCapacity(pageSize / 64)
        places.reserve(pageSize / 80)
    }

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

    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        ByteHash.hash(text)
    }

    /// The number of a text of this hash that stands behind the text `previous`; 0 if it is not
    /// known.
    mutating func find(
        _ text: UnsafeBufferPointer<UInt8>,
        _ hash: UInt32,
        after previous: Int
    ) -> Int {
        let place = places.find(hash) { place in
            entries[place + 1].length == text.count && matches(place + 1, text, 0)
        }
        guard let place else { return 0 }
        entries[previous].next = place + 1
        return place + 1
    }

    /// Remembers a text that is not known yet; returns its number.
    mutating func add(
        _ text: UnsafeBufferPointer<UInt8>,
        _ hash: UInt32,
        after previous: Int
    ) -> Int {
        entries.append(Entry(offset: texts.count, length: text.count))
        texts.append(contentsOf: text)
        places.add(hash)
        entries[previous].next = entries.count - 1
        return entries.count - 1
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
}
