import Glibc

/// Reads a series that is written plainly, as most are, and makes its key while it looks:
/// `name{label="value",other="value"}` without blanks, escapes, empty values and characters beyond
/// ASCII.
///
/// What is not plain may still be right: `SeriesScanner` reads everything.
struct PlainSeries {
    /// The labels of the series that was read last, in the first places.
    private var labels = [PlainLabel](repeating: PlainLabel(), count: 32)
    /// Room to sort them.
    private var unsorted: [UInt8] = []

    /// Reads the series that begins at `start` in a line of `length` bytes.
    ///
    /// - Returns: Its number, and the index of the space behind it; nil if it is not plain, or too
    ///   near to the end of the bytes for a look at eight at once.
    @inline(__always)
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        length: Int,
        in series: inout SeriesNumbers
    ) -> (number: Int, end: Int)? {
        let room = length + 16
        guard start + room < bytes.count, let base = bytes.baseAddress else { return nil }
        var end = start
        let number = series.write(room) { key in
            labels.withUnsafeMutableBufferPointer { labels in
                var scan = PlainScan(at: base + start, key: key)
                guard scan.readName(), scan.readLabels(labels), scan.isBeforeValue else {
                    return nil
                }
                end = scan.text - base
                let read = UnsafeMutableBufferPointer(rebasing: labels[..<scan.count])
                let isSorted = scan.isSorted || Self.sort(read, in: key, scan.size, &unsorted)
                return isSorted ? scan.size : nil
            }
        }
        return number.map { ($0, end) }
    }

    /// Brings labels into order.
    ///
    /// - Returns: False if one stands twice.
    private static func sort(
        _ labels: UnsafeMutableBufferPointer<PlainLabel>,
        in key: UnsafeMutablePointer<UInt8>,
        _ size: Int,
        _ unsorted: inout [UInt8]
    ) -> Bool {
        unsorted.removeAll(keepingCapacity: true)
        unsorted.append(contentsOf: UnsafeBufferPointer(start: key, count: size))
        return unsorted.withUnsafeBufferPointer { unsorted in
            guard let base = unsorted.baseAddress, var end = labels.first?.start else {
                return false
            }
            for last in labels.indices.dropFirst() {
                var place = last
                while place > 0 {
                    let order = labels[place - 1].order(to: labels[place], in: base)
                    guard order != 0 else { return false }
                    guard order > 0 else { break }
                    labels.swapAt(place, place - 1)
                    place -= 1
                }
            }
            for label in labels {
                memcpy(key + end, base + label.start, label.size)
                end += label.size
            }
            return true
        }
    }
}
