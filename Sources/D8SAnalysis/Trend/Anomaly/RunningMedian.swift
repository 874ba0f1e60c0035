/// The median of what came last.
enum RunningMedian {
    /// The median of the known ones among so many points up to each point.
    ///
    /// NaN if there are none. The window looks back only, so that the last point is judged as all
    /// others are.
    static func of(_ series: [Double], window: Int) -> [Double] {
        var sorted: [Double] = []
        sorted.reserveCapacity(max(1, window))
        var result = [Double](repeating: .nan, count: series.count)
        for index in series.indices {
            insert(series[index], into: &sorted)
            if index >= window { remove(series[index - window], from: &sorted) }
            guard !sorted.isEmpty else { continue }
            let low = sorted[(sorted.count - 1) / 2]
            let high = sorted[sorted.count / 2]
            result[index] = low + (high - low) / 2
        }
        return result
    }

    private static func insert(_ value: Double, into sorted: inout [Double]) {
        guard value.isFinite else { return }
        sorted.insert(value, at: sorted.place(of: value))
    }

    private static func remove(_ value: Double, from sorted: inout [Double]) {
        guard value.isFinite else { return }
        sorted.remove(at: sorted.place(of: value))
    }
}
