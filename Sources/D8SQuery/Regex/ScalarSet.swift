/// A set of Unicode scalars, as ranges that do not touch, in ascending order.
struct ScalarSet: Hashable, Sendable {
    private(set) var ranges: [ClosedRange<UInt32>]

    static let last: UInt32 = 0x10FFFF
    static let all = ScalarSet([0...last])
    static let notNewline = ScalarSet([10...10]).inverted
    static let digits = ScalarSet([48...57])
    static let words = ScalarSet([48...57, 65...90, 95...95, 97...122])
    static let spaces = ScalarSet([9...10, 12...13, 32...32])

    init(_ unsorted: [ClosedRange<UInt32>]) {
        ranges = []
        for range in unsorted.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let end = ranges.last, range.lowerBound <= end.upperBound &+ 1 {
                let upper = max(end.upperBound, range.upperBound)
                ranges[ranges.count - 1] = end.lowerBound...upper
            } else {
                ranges.append(range)
            }
        }
    }

    init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

    /// The only scalar of the set; nil if there are none or more.
    var single: UInt32? {
        guard ranges.count == 1, ranges[0].lowerBound == ranges[0].upperBound else { return nil }
        return ranges[0].lowerBound
    }

    var inverted: ScalarSet {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= Self.last { gaps.append(next...Self.last) }
        return ScalarSet(gaps)
    }

    func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

    func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }

    /// The set with each letter's other case, for `(?i)`; wide ranges beyond ASCII stay as they are.
    var foldingCase: ScalarSet {
        var more = ranges
        for range in ranges {
            let upper = range.count > 1024 ? min(range.upperBound, 0x17F) : range.upperBound
            guard range.lowerBound <= upper else { continue }
            for value in range.lowerBound...upper {
                more += Self.otherCases(value).map { $0...$0 }
            }
        }
        return ScalarSet(more)
    }

    private static func otherCases(_ value: UInt32) -> [UInt32] {
        guard let properties = Unicode.Scalar(value)?.properties else { return [] }
        return [properties.lowercaseMapping, properties.uppercaseMapping].compactMap { mapping in
            let scalars = mapping.unicodeScalars
            return scalars.count == 1 ? scalars.first?.value : nil
        }
    }
}
