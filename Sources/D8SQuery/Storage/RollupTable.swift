internal import D8SModel

/// The rollups of one series, made from its samples.
struct RollupTable {
    private(set) var ends: [Int64] = []
    private var counts: [Int64] = []
    private var sums: [Double] = []
    private var minima: [Double] = []
    private var maxima: [Double] = []
    private var lasts: [Double] = []
    private var increases: [Double] = []

    init(_ column: SampleColumn, step: Int64) {
        var before: Double?
        for (time, value) in zip(column.times, column.values) where !value.isStaleMarker {
            let rest = time % step
            let end = rest == 0 ? time : time - rest + (rest > 0 ? step : 0)
            let growth = before.map { value < $0 ? value : value - $0 } ?? 0
            add(value, growth, end)
            before = value
        }
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
