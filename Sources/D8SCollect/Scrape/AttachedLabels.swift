import D8SModel

/// The labels that a target's series get, ready to be put between a series' own.
///
/// It goes by bytes, since it has to be done for each sample of a first page.
struct AttachedLabels {
    /// Name and value of each label as `Series.key` has them, in the order of the names' bytes;
    /// nil if one of them has no value, which takes more thought.
    private let parts: [(name: ArraySlice<UInt8>, whole: ArraySlice<UInt8>)]?
    private let size: Int
    /// Whether a series' own label wins over an attached one.
    private let isOwnKept: Bool

    init(_ labels: [Label], isOwnKept: Bool) {
        self.isOwnKept = isOwnKept
        let key = Series(metric: "", labels: labels).key
        size = key.count
        let isPlain = labels.allSatisfy { !$0.value.isEmpty }
        parts = isPlain ? Array(Self.labels(of: key[...])) : nil
    }

    /// The series with these labels too; nil if a label of it has to be renamed first.
    func joined(to series: Series) -> Series? {
        guard let parts else { return nil }
        let own = series.key
        var key: [UInt8] = []
        key.reserveCapacity(own.count + size)
        let start = (own.firstIndex(of: 0xFF) ?? own.count - 1) + 1
        key += own[..<start]
        var next = 0
        for label in Self.labels(of: own[...]) {
            while next < parts.count, parts[next].name.lexicographicallyPrecedes(label.name) {
                key += parts[next].whole
                next += 1
            }
            if next < parts.count, parts[next].name == label.name {
                guard isOwnKept else { return nil }
                next += 1
            }
            key += label.whole
        }
        for part in parts[next...] { key += part.whole }
        return Series(key: key)
    }

    /// The labels of a key, one after the other.
    private static func labels(
        of key: ArraySlice<UInt8>
    ) -> some Sequence<(name: ArraySlice<UInt8>, whole: ArraySlice<UInt8>)> {
        var rest = key.drop { $0 != 0xFF }.dropFirst()
        return AnyIterator {
            guard let nameEnd = rest.firstIndex(of: 0xFF),
                let end = rest[(nameEnd + 1)...].firstIndex(of: 0xFF)
            else { return nil }
            defer { rest = rest[(end + 1)...] }
            return (rest[..<nameEnd], rest[...end])
        }
    }
}
