internal import D8SModel

/// Rollups of one series: read, or made from its samples.
struct RollupTable {
    private(set) var ends: [Int64] = []
    private var counts: [Int64] = []
    private var sums: [Double] = []
    private var minima: [Double] = []
    private var maxima: [Double] = []
    private var lasts: [Double] = []
    private var increases: [Double] = []

    init(_ times: ArraySlice<Int64>, _ values: ArraySlice<Double>, step: Int64) {
        var before: Double?
        for (time, value) in zip(times, values) where !value.isNaN {
            let rest = time % step
            let end = rest == 0 ? time : time - rest + (rest > 0 ? step : 0)
            let growth = before.map { value < $0 ? value : value - $0 } ?? 0
            add(value, growth, end)
            before = value
        }
    }

    /// These rollups, and of a table those that end later.
    init(_ slice: RollupSlice, then table: RollupTable) {
        let start = slice.ends.last.map { last in table.ends.firstIndex { $0 > last } } ?? 0
        let more = (start ?? table.ends.count)..<table.ends.count
        ends = Array(slice.ends) + table.ends[more]
        counts = Array(slice.counts) + table.counts[more]
        sums = Array(slice.sums) + table.sums[more]
        minima = Array(slice.minima) + table.minima[more]
        maxima = Array(slice.maxima) + table.maxima[more]
        lasts = Array(slice.lasts) + table.lasts[more]
        increases = Array(slice.increases) + table.increases[more]
    }

    private mutating func add(_ value: Double, _ growth: Double, _ end: Int64) {
        guard let last = ends.indices.last, ends[last] == end else {
            ends.append(end)
            counts.append(1)
            sums.append(value)
            minima.append(value)
            maxima.append(value)
            lasts.append(value)
            increases.append(growth)
            return
        }
        counts[last] += 1
        sums[last] += value
        minima[last] = min(minima[last], value)
        maxima[last] = max(maxima[last], value)
        lasts[last] = value
        increases[last] += growth
    }

    var all: RollupSlice { slice(0..<ends.count) }

    func slice(_ range: Range<Int>) -> RollupSlice {
        RollupSlice(
            ends: ends[range],
            counts: counts[range],
            sums: sums[range],
            minima: minima[range],
            maxima: maxima[range],
            lasts: lasts[range],
            increases: increases[range]
        )
    }
}
