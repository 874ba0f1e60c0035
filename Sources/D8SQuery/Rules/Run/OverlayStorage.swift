import D8SModel

/// A storage with the series that rules made on top of it.
///
/// Where both have a series, that of the rules counts from its first sample on.
struct OverlayStorage: LayeredStorage {
    let base: any SampleStorage
    let recorded: RecordedSamples
    /// The latest time of which anything is read, in milliseconds since 1970.
    var end: Int64 = .max
    /// Metrics of rules of which a reader sees only what is older than `hiddenFrom`.
    var hidden: Set<String> = []
    var hiddenFrom: Int64 = .max

    func forEachSeries(
        _ selector: SeriesSelector,
        from: Instant,
        to: Instant,
        _ body: (Series, ArraySlice<Int64>, ArraySlice<Double>) throws -> Void
    ) throws -> [String] {
        let own = recorded.series(selector)
        let to = min(to, Instant(milliseconds: end))
        guard from <= to else { return [] }
        var next = 0
        func range(_ series: Series) -> (Int64, Int64) {
            let last = hidden.contains(series.metric) ? hiddenFrom - 1 : .max
            return (from.milliseconds, min(to.milliseconds, last))
        }
        func emit(upTo series: Series?) throws {
            while next < own.count, series.map({ own[next].series < $0 }) ?? true {
                let range = range(own[next].series)
                let (times, values) = own[next].column.slice(from: range.0, to: range.1)
                if !times.isEmpty { try body(own[next].series, times, values) }
                next += 1
            }
        }
        let damaged = try base.forEachSeries(selector, from: from, to: to) {
            series,
            times,
            values in
            try emit(upTo: series)
            guard next < own.count, own[next].series == series else {
                return try body(series, times, values)
            }
            let merged = Self.merged(times, values, own[next].column, range(series))
            next += 1
            try body(series, merged.times[...], merged.values[...])
        }
        try emit(upTo: nil)
        return damaged
    }

    private static func merged(
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>,
        _ column: RecordedSamples.Column,
        _ range: (Int64, Int64)
    ) -> RecordedSamples.Column {
        let first = column.times.first ?? .max
        let count = times.prefix { $0 < first }.count
        let (later, laterValues) = column.slice(from: range.0, to: range.1)
        return RecordedSamples.Column(
            times: Array(times.prefix(count)) + later,
            values: Array(values.prefix(count)) + laterValues
        )
    }
}
