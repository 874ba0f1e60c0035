import D8SModel

/// Looks at the parts of a series' key without making texts of them.
struct SeriesKey {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the labels stand, with what ends each part.
    let labels: Range<Int>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        let end = bytes.index(of: Self.end, in: 0..<bytes.count) ?? bytes.count - 1
        labels = end + 1..<bytes.count
    }

    var name: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[..<(labels.lowerBound - 1)])
    }

    struct Label {
        /// The whole label with what ends its parts.
        let all: Range<Int>
        let value: UnsafeBufferPointer<UInt8>
    }

    /// The label of this name; nil if there is none.
    func label(_ isNamed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Label? {
        var start = labels.lowerBound
        while let nameEnd = bytes.index(of: Self.end, in: start..<bytes.count),
            let end = bytes.index(of: Self.end, in: nameEnd + 1..<bytes.count)
        {
            if isNamed(UnsafeBufferPointer(rebasing: bytes[start..<nameEnd])) {
                let value = UnsafeBufferPointer(rebasing: bytes[nameEnd + 1..<end])
                return Label(all: start..<end + 1, value: value)
            }
            start = end + 1
        }
        return nil
    }

    /// What ends each part of a key.
    private static let end: UInt8 = 0xFF
}
