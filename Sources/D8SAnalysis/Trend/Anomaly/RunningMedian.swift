/// The median of what came last.
enum RunningMedian {
    /// Up to here a window is a sorted list; beyond, moving its values costs more than counting.
    private static let short = 400

    /// The median of the known ones among so many points up to each point.
    ///
    /// NaN if there are none. The window looks back only, so that the last point is judged as all
    /// others are. A point costs the logarithm of the number of points, however long the window is.
    static func of(_ series: [Double], window: Int) -> [Double] {
        window <= short ? sorted(series, window: window) : counted(series, window: window)
    }

    private static func sorted(_ series: [Double], window: Int) -> [Double] {
        var sorted: [Double] = []
        sorted.reserveCapacity(max(1, window + 1))
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

    private static func counted(_ series: [Double], window: Int) -> [Double] {
        let order = series.indices.filter { series[$0].isFinite }
            .sorted { (series[$0], $0) < (series[$1], $1) }
        var ranks = [Int32](repeating: -1, count: series.count)
        for (rank, index) in order.enumerated() { ranks[index] = Int32(clamping: rank) }
        var counts = RankCounts(ranks: order.count)
        var result = [Double](repeating: .nan, count: series.count)
        for index in series.indices {
            if ranks[index] >= 0 { counts.add(Int(ranks[index])) }
            if index >= window, ranks[index - window] >= 0 {
                counts.remove(Int(ranks[index - window]))
            }
            guard counts.count > 0 else { continue }
            let low = series[order[counts.rank(of: (counts.count - 1) / 2)]]
            let high = series[order[counts.rank(of: counts.count / 2)]]
            result[index] = low + (high - low) / 2
        }
        return result
    }
}
