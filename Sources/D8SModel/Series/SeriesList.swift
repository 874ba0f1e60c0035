/// Series in an order that stays, such as that of a target's page.
///
/// An object, since the same list comes again with each round of samples: whoever has looked its
/// series up once knows it again by its identity. It holds their keys only, side by side; a
/// `Series` is made where one is asked for.
package final class SeriesList: Sendable {
    /// The key of each series, one behind the other; what else stands behind them is nothing.
    package let keys: [UInt8]
    /// Where in `keys` the key of each series ends; the next one begins there.
    package let ends: [Int]

    package convenience init(_ series: [Series]) {
        var keys: [UInt8] = []
        var ends: [Int] = []
        for series in series {
            keys += series.key
            ends.append(keys.count)
        }
        self.init(keys: keys, ends: ends)
    }

    /// - Parameters:
    ///   - keys: The keys, each as `Series.key` says.
    ///   - ends: Where each ends, ascending.
    package init(keys: [UInt8], ends: [Int]) {
        self.keys = keys
        self.ends = ends
    }

    /// All of them; rather ask for the one that is wanted.
    package var series: [Series] { Array(self) }

    /// Where in `keys` the key of a series stands.
    package func range(of position: Int) -> Range<Int> {
        (position > 0 ? ends[position - 1] : 0)..<ends[position]
    }
}

extension SeriesList: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { ends.count }

    package subscript(position: Int) -> Series {
        Series(key: Array(keys[range(of: position)]))
    }
}

extension SeriesList: Hashable {
    package static func == (left: SeriesList, right: SeriesList) -> Bool {
        left === right || left.ends == right.ends && left.listed == right.listed
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ends)
        hasher.combine(listed)
    }

    /// The keys without what stands behind them.
    private var listed: ArraySlice<UInt8> { keys[..<(ends.last ?? 0)] }
}
