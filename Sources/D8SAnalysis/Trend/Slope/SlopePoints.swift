/// Points between which slopes are taken: only within a group, each in the order of time.
///
/// One group is a plain series; with a season of 24 hours each hour of the day is a group.
struct SlopePoints {
    /// In steps, or in whole seasons where there are several groups.
    private(set) var times: [Double] = []
    /// As given.
    private(set) var exact: [Double] = []
    /// Less the first one, which keeps the rounding of large levels out of the sorting.
    private(set) var values: [Double] = []
    private(set) var groups: [Range<Int>] = []
    /// Largest less smallest value.
    let range: Double
    /// Number of pairs within the groups.
    let pairs: Int

    /// Values that are not finite are gaps: they are left out and keep their time.
    init(_ series: [Double], period: Int = 1) {
        let period = max(1, min(period, max(1, series.count)))
        for phase in 0..<period {
            let start = exact.count
            for index in stride(from: phase, to: series.count, by: period)
            where series[index].isFinite {
                times.append(Double(index / period))
                exact.append(series[index])
            }
            if exact.count > start { groups.append(start..<exact.count) }
        }
        let first = exact.first ?? 0
        values = exact.map { $0 - first }
        range = (values.max() ?? 0) - (values.min() ?? 0)
        pairs = groups.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    }

    /// The slope between two points of one group.
    @inline(__always)
    func slope(_ one: Int, _ other: Int) -> Double {
        (exact[other] - exact[one]) / (times[other] - times[one])
    }

    /// How far a slope may lie on the wrong side of the lines by rounding.
    func tolerance(_ slope: Double) -> Double {
        let longest = times.max() ?? 0
        return 16 * 0x1p-53 * (range + abs(slope) * longest)
    }

    /// The slopes at two ranks by forming every pair: for few pairs, and for the rare series that
    /// differs by less than rounding reaches.
    ///
    /// Beyond sixteen million pairs only every so manieth is taken.
    func slopes(at ranks: ClosedRange<Int>) -> (Double, Double)? {
        let step = 1 + pairs >> 24
        var slopes: [Double] = []
        slopes.reserveCapacity(pairs / step + groups.count)
        for group in groups {
            for index in group {
                for other in stride(from: index + 1, to: group.upperBound, by: step) {
                    slopes.append(slope(index, other))
                }
            }
        }
        let (first, last) = (ranks.lowerBound / step, ranks.upperBound / step)
        guard last < slopes.count else { return nil }
        return slopes.withUnsafeMutableBufferPointer { slopes in
            Selection.place(last, in: slopes)
            let high = slopes[last]
            Selection.place(first, in: slopes)
            return (slopes[first], high)
        }
    }
}
