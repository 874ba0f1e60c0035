package import D8SModel

extension HeatmapChart {
    /// How many requests took how long, in time: the buckets of a histogram as rows.
    ///
    /// `bounds` are the buckets' upper bounds (`le`) in seconds, ascending, the last one may be
    /// infinite; `counts` has a list for each of them with the count in that bucket alone (not
    /// the cumulative one) for each of `times`.
    package static func latency(
        title: String,
        times: [Instant],
        bounds: [Double],
        counts: [[Double?]],
        percentile: Overlay? = nil,
        format: Format,
        window: Window? = nil
    ) -> HeatmapChart {
        let used = rowCount(of: counts, percentile, bounds)
        return HeatmapChart(
            title: title,
            columns: .times(times),
            rows: .bounds(Array(bounds.prefix(used)), .seconds),
            cells: Array(counts.prefix(used)),
            unit: .count,
            format: format,
            grouping: .sum,
            overlay: percentile,
            window: window
        )
    }

    /// How many rows there are up to the one above the slowest request, which shows that nothing
    /// was slower; all if there is none.
    private static func rowCount(
        of counts: [[Double?]],
        _ percentile: Overlay?,
        _ bounds: [Double]
    ) -> Int {
        guard let last = counts.lastIndex(where: { $0.contains { ($0 ?? 0) > 0 } }) else {
            return bounds.count
        }
        let slowest = (percentile?.values ?? []).compactMap { $0 }.filter(\.isFinite).max()
        let above = slowest.flatMap { slowest in bounds.firstIndex { slowest <= $0 } } ?? 0
        return min(max(last, above) + 2, bounds.count)
    }

    /// A value for each hour of each weekday.
    ///
    /// `weekdays` are the names of the rows from top to bottom; `cells` has a list for each of
    /// them with 24 values from midnight on.
    package static func hours(
        title: String,
        weekdays: [String],
        cells: [[Double?]],
        unit: Unit,
        format: Format
    ) -> HeatmapChart {
        let hours = (0..<24).map { ($0 < 10 ? "0" : "") + String($0) }
        return HeatmapChart(
            title: title,
            columns: .names(hours),
            rows: .names(weekdays),
            cells: cells,
            unit: unit,
            format: format
        )
    }
}
