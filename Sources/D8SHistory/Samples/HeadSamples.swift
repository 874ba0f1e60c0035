/// Samples of any series in the order in which they were said: columns that are used again and
/// again.
struct HeadSamples {
    private(set) var series: [Int64] = []
    private(set) var times: [Int64] = []
    private(set) var values: [Double] = []

    var count: Int { times.count }

    mutating func removeAll() {
        series.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }

    mutating func append(series: Int64, time: Int64, value: Double) {
        self.series.append(series)
        times.append(time)
        values.append(value)
    }

    /// Makes room for `count` more samples, which `fill` has to write all of.
    ///
    /// - Returns: What `fill` returns; after false there are no more samples than before.
    mutating func append(
        _ count: Int,
        _ fill: (
            UnsafeMutablePointer<Int64>, UnsafeMutablePointer<Int64>, UnsafeMutablePointer<Double>
        ) -> Bool
    ) -> Bool {
        let start = self.count
        series.append(contentsOf: repeatElement(0, count: count))
        times.append(contentsOf: repeatElement(0, count: count))
        values.append(contentsOf: repeatElement(0, count: count))
        let isWhole = series.withUnsafeMutableBufferPointer { series in
            times.withUnsafeMutableBufferPointer { times in
                values.withUnsafeMutableBufferPointer { values in
                    guard let series = series.baseAddress, let times = times.baseAddress,
                        let values = values.baseAddress
                    else { return false }
                    return fill(series + start, times + start, values + start)
                }
            }
        }
        guard !isWhole else { return true }
        series.removeLast(count)
        times.removeLast(count)
        values.removeLast(count)
        return false
    }
}
