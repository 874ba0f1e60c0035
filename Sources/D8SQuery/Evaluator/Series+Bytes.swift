internal import D8SModel

/// Labels of a series without making text of them.
extension Series {
    static let nameLabel = Array("__name__".utf8)
    private static let end: UInt8 = 0xFF

    /// Names and values one after the other, without the metric.
    func forEachLabel(_ body: (_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Bool) {
        var start = labelStart
        while start < key.count {
            let middle = partEnd(from: start)
            guard middle < key.count else { return }
            let stop = partEnd(from: middle + 1)
            guard body(key[start..<middle], key[(middle + 1)..<stop]) else { return }
            start = stop + 1
        }
    }

    var metricBytes: ArraySlice<UInt8> { key[..<max(0, labelStart - 1)] }

    var hasName: Bool { labelStart > 1 }

    /// The value of a label; empty if there is none.
    ///
    /// `__name__` is the metric.
    func bytes(of name: [UInt8]) -> ArraySlice<UInt8> {
        if name == Self.nameLabel { return metricBytes }
        var found: ArraySlice<UInt8> = []
        forEachLabel { label, value in
            guard label.elementsEqual(name) else { return true }
            found = value
            return false
        }
        return found
    }

    func text(of name: String) -> String {
        String(decoding: bytes(of: Array(name.utf8)), as: UTF8.self)
    }

    var withoutName: Series { Series(key: [Self.end] + key[min(labelStart, key.count)...]) }

    /// The labels that a set of names keeps.
    func keeping(_ names: LabelSet) -> Series {
        var kept: [UInt8] = names.keepsName ? Array(metricBytes) : []
        kept.append(Self.end)
        forEachLabel { name, value in
            guard names.keeps(name) else { return true }
            kept += name
            kept.append(Self.end)
            kept += value
            kept.append(Self.end)
            return true
        }
        return Series(key: kept)
    }

    /// The series with a label of this value, or without it if the value is empty.
    func setting(_ name: String, to value: String) -> Series {
        if name == "__name__" { return Series(metric: value, labels: labels) }
        return Series(metric: metric, labels: labels + [Label(name, value)])
    }

    private var labelStart: Int { min(partEnd(from: 0) + 1, key.count) }

    private func partEnd(from start: Int) -> Int {
        var place = start
        while place < key.count, key[place] != Self.end { place += 1 }
        return place
    }
}

/// Which labels are kept of a series: some, or all but some.
struct LabelSet {
    private let names: [[UInt8]]
    private let isExcluding: Bool
    let keepsName: Bool

    /// Only these labels.
    init(only names: [String]) {
        self.names = names.map { Array($0.utf8) }
        isExcluding = false
        keepsName = names.contains("__name__")
    }

    /// All but these; the metric too if `keepsName`.
    init(allBut names: [String], keepsName: Bool = false) {
        self.names = names.map { Array($0.utf8) }
        isExcluding = true
        self.keepsName = keepsName && !names.contains("__name__")
    }

    func keeps(_ name: ArraySlice<UInt8>) -> Bool {
        names.contains { name.elementsEqual($0) } != isExcluding
    }
}
