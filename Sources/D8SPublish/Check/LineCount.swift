/// Counts lines from one place of a text to the next.
struct LineCount {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The 1-based line of this byte; quick where the places ascend.
    mutating func line(at place: Int) -> Int {
        let place = min(max(place, 0), bytes.count)
        if place < offset { (offset, line) = (0, 1) }
        for byte in bytes[offset..<place] where byte == UInt8(ascii: "\n") { line += 1 }
        offset = place
        return line
    }
}
