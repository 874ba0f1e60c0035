/// Numbers texts in the order in which they are met, and knows them again by 128 bits.
///
/// The texts themselves are not kept: two of a million share a number by chance once in 10^26.
struct CostNumbering {
    private struct Print: Hashable {
        let first: UInt64
        let second: UInt64

        init(_ text: UnsafeRawBufferPointer) {
            (first, second) = ByteHash.wide(text)
        }

        /// The bits come from a hash with secrets: half of them are as good as all.
        func hash(into hasher: inout Hasher) {
            hasher.combine(first)
        }
    }

    private var numbers: [Print: Int32] = [:]
    private var count = 0
    /// Texts that are known at one time; after that they are forgotten and numbered anew.
    private static let limit = 1 << 20

    func known(_ text: UnsafeRawBufferPointer) -> Int? {
        numbers[Print(text)].map(Int.init)
    }

    /// Gives a text the next number.
    mutating func add(_ text: UnsafeRawBufferPointer) -> Int {
        if numbers.count >= Self.limit { numbers.removeAll(keepingCapacity: true) }
        numbers[Print(text)] = Int32(truncatingIfNeeded: count)
        count += 1
        return count - 1
    }
}
