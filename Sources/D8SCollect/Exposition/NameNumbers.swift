import Glibc

/// Names, numbered from 0 in the order in which they were met.
struct NameNumbers {
    /// All names, one behind the other.
    private var texts: [UInt8] = []
    /// Where each ends.
    private var ends: [Int] = []
    private var places = HashPlaces()
    /// The one asked for last, since lines of one family stand together.
    private var last = 0

    var count: Int { ends.count }
    /// The bytes of all of them.
    var size: Int { texts.count }

    /// The number of a name; nil if it has not been met.
    mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        isLast(name) ? last : find(name, ByteHash.hash(name))
    }

    /// The number of a name, which is the next one if it has not been met.
    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int {
        if isLast(name) { return last }
        let hash = ByteHash.hash(name)
        if let known = find(name, hash) { return known }
        last = count
        places.add(hash)
        texts.append(contentsOf: name)
        ends.append(texts.count)
        return last
    }

    /// Where among all names this one stands.
    func range(of number: Int) -> Range<Int> {
        (number > 0 ? ends[number - 1] : 0)..<ends[number]
    }

    func text(_ number: Int) -> String {
        String(decoding: texts[range(of: number)], as: UTF8.self)
    }

    /// Hands over the bytes of a name.
    func withBytes<Result>(
        of number: Int,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        texts.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[range(of: number)]))
        }
    }

    private func isLast(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        last < count && matches(last, name)
    }

    private mutating func find(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int? {
        guard let number = places.find(hash, { matches($0, name) }) else { return nil }
        last = number
        return number
    }

    private func matches(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard range(of: number).count == name.count else { return false }
        return withBytes(of: number) { $0.isSame(as: name) }
    }
}
