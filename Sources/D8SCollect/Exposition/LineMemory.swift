import Glibc

/// The texts that a target's lines began with, numbered from 1 in the order in which they were met:
/// the series of a sample, or a whole line with `#`.
///
/// Each remembers what followed it. A page of which only the numbers change is thereby known by
/// comparing bytes in order, without looking at a name, a label or a quote. A series that stands
/// elsewhere is known by its key, a line with `#` by its text.
struct LineMemory {
    private struct Entry {
        let offset: UInt32
        let length: UInt32
        var next: UInt32 = 0
    }

    /// Entry 0 stands for the beginning of a page.
    private var entries = [Entry(offset: 0, length: 0)]
    private var texts: [UInt8] = []
    /// The addresses of the bytes that are read, where `texts` has them whole at its beginning.
    private var lent: Range<UInt> = 0..<0
    /// The lines with `#`.
    private var comments: [Int] = []
    private var places = HashPlaces()
    /// The text last met of each series; 0 for none.
    private var latest: [UInt32] = []

    /// How many texts are known.
    var count: Int { entries.count - 1 }
    /// The length of all of them.
    var size: Int { texts.count }

    /// The most bytes that are taken over as they are.
    private static let largestPage = 1 << 25

    /// Makes room for the texts of a first page, and takes its bytes over, so that its texts need
    /// not be taken one by one while they are read.
    mutating func lend(page: UnsafeBufferPointer<UInt8>) {
        entries.reserveCapacity(page.count / 80)
        latest.reserveCapacity(page.count / 80)
        guard texts.isEmpty, page.count <= Self.largestPage else { return }
        texts = Array(page)
        let start = UInt(bitPattern: page.baseAddress)
        lent = start..<start + UInt(page.count)
    }

    /// Says that the page's bytes are read.
    mutating func giveBack() {
        lent = 0..<0
    }

    /// The text that followed `number` last, if it stands at `start` too; else 0.
    @inline(__always)
    func successor(
        of number: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        at start: Int
    ) -> (number: Int, length: Int) {
        let guess = Int(entries[number].next)
        guard guess != 0, matches(guess, bytes, start) else { return (0, 0) }
        return (guess, Int(entries[guess].length))
    }

    /// The text last met of the series of this number; 0 if none is remembered.
    @inline(__always)
    func latest(of series: Int) -> Int {
        series < latest.count ? Int(latest[series]) : 0
    }

    /// Whether this is the text of this number.
    @inline(__always)
    func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        Int(entries[number].length) == text.count && matches(number, text, 0)
    }

    /// Notes that a text stood behind another one.
    @inline(__always)
    mutating func note(_ number: Int, after previous: Int) {
        entries[previous].next = UInt32(truncatingIfNeeded: number)
    }

    /// Remembers another text of a series; returns its number.
    @inline(__always)
    mutating func add(
        _ text: UnsafeBufferPointer<UInt8>,
        of series: Int,
        after previous: Int
    ) -> Int {
        let number = add(text, after: previous)
        while latest.count <= series { latest.append(0) }
        latest[series] = UInt32(truncatingIfNeeded: number)
        return number
    }

    /// The number of a line with `#` that stands behind the text `previous`; 0 if it is not known.
    mutating func find(
        comment text: UnsafeBufferPointer<UInt8>,
        after previous: Int
    ) -> Int {
        guard let place = places.find(ByteHash.hash(text), { isText(comments[$0], text) }) else {
            return 0
        }
        note(comments[place], after: previous)
        return comments[place]
    }

    /// Remembers a line with `#` that is not known yet; returns its number.
    mutating func add(
        comment text: UnsafeBufferPointer<UInt8>,
        after previous: Int
    ) -> Int {
        places.add(ByteHash.hash(text))
        comments.append(add(text, after: previous))
        return entries.count - 1
    }

    @inline(__always)
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, after previous: Int) -> Int {
        let address = UInt(bitPattern: text.baseAddress)
        let isLent = lent.contains(address)
        let entry = Entry(
            offset: UInt32(truncatingIfNeeded: isLent ? Int(address - lent.lowerBound) : size),
            length: UInt32(truncatingIfNeeded: text.count)
        )
        entries.append(entry)
        if !isLent { texts.append(contentsOf: text) }
        note(entries.count - 1, after: previous)
        return entries.count - 1
    }

    @inline(__always)
    private func matches(
        _ number: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int
    ) -> Bool {
        let entry = entries[number]
        guard Int(entry.length) <= bytes.count - start, let base = bytes.baseAddress else {
            return false
        }
        return texts.withUnsafeBufferPointer { known in
            guard let known = known.baseAddress else { return false }
            return memcmp(base + start, known + Int(entry.offset), Int(entry.length)) == 0
        }
    }
}
