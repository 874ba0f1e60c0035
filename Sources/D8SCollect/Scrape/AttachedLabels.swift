import D8SModel

/// The labels that a target's series get, ready to be put between a series' own.
///
/// It goes by bytes, since it has to be done for each sample of a first page.
struct AttachedLabels {
    /// Where a label stands in `key`.
    private struct Part {
        let name: Range<Int>
        let whole: Range<Int>
    }

    /// A series' key with these labels.
    private let key: [UInt8]
    /// Each label, in the order of the names' bytes; nil if one of them has no value, which takes
    /// more thought.
    private let parts: [Part]?
    /// Whether a series' own label wins over an attached one.
    private let isOwnKept: Bool

    init(_ labels: [Label], isOwnKept: Bool) {
        self.isOwnKept = isOwnKept
        let key = Series(metric: "", labels: labels).key
        let isPlain = labels.allSatisfy { !$0.value.isEmpty }
        parts = isPlain ? key.withUnsafeBufferPointer(Self.parts(of:)) : nil
        self.key = key
    }

    /// The series with these labels too; nil if a label of it has to be renamed first.
    func joined(to series: Series) -> Series? {
        guard let parts else { return nil }
        let joined = series.key.withUnsafeBufferPointer { own in
            key.withUnsafeBufferPointer { join(own, $0, parts) }
        }
        return joined.map(Series.init(key:))
    }

    private func join(
        _ own: UnsafeBufferPointer<UInt8>,
        _ attached: UnsafeBufferPointer<UInt8>,
        _ parts: [Part]
    ) -> [UInt8]? {
        var joined: [UInt8] = []
        joined.reserveCapacity(own.count + attached.count)
        var (start, next) = (0, 0)
        func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            joined.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        }
        if let end = own.index(of: Self.end, in: 0..<own.count) {
            append(own, 0..<end + 1)
            start = end + 1
        }
        while let label = Self.part(of: own, at: start) {
            var order = 1
            while next < parts.count {
                order = Self.order(attached, parts[next].name, own, label.name)
                guard order < 0 else { break }
                append(attached, parts[next].whole)
                next += 1
            }
            if next < parts.count, order == 0 {
                guard isOwnKept else { return nil }
                next += 1
            }
            append(own, label.whole)
            start = label.whole.upperBound
        }
        for part in parts[next...] { append(attached, part.whole) }
        return joined
    }

    /// Below 0 if the left name stands before the right one, 0 if they are the same.
    private static func order(
        _ left: UnsafeBufferPointer<UInt8>,
        _ leftName: Range<Int>,
        _ right: UnsafeBufferPointer<UInt8>,
        _ rightName: Range<Int>
    ) -> Int {
        for place in 0..<min(leftName.count, rightName.count) {
            let (one, other) = (
                left[leftName.lowerBound + place], right[rightName.lowerBound + place]
            )
            if one != other { return Int(one) - Int(other) }
        }
        return leftName.count - rightName.count
    }

    /// The labels of a key.
    private static func parts(of key: UnsafeBufferPointer<UInt8>) -> [Part] {
        var parts: [Part] = []
        var start = (key.index(of: end, in: 0..<key.count) ?? key.count - 1) + 1
        while let part = part(of: key, at: start) {
            parts.append(part)
            start = part.whole.upperBound
        }
        return parts
    }

    /// The label of a key that begins at `start`; nil if there is none.
    private static func part(of key: UnsafeBufferPointer<UInt8>, at start: Int) -> Part? {
        guard start < key.count, let nameEnd = key.index(of: end, in: start..<key.count),
            let valueEnd = key.index(of: end, in: nameEnd + 1..<key.count)
        else { return nil }
        return Part(name: start..<nameEnd, whole: start..<valueEnd + 1)
    }

    /// What ends each part of a key.
    private static let end: UInt8 = 0xFF
}
