/// Many short texts behind one another in one piece of memory.
struct CommitText: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    mutating func append(_ text: some Collection<UInt8>) {
        bytes += text
        ends.append(bytes.count)
    }

    var count: Int { ends.count }

    func bytes(at position: Int) -> ArraySlice<UInt8> {
        bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
    }

    /// The text, with what is no UTF-8 replaced by U+FFFD.
    subscript(position: Int) -> String {
        String(decoding: bytes(at: position), as: UTF8.self)
    }
}
