import D8SHistory
import D8SModel
import D8SQuery

/// The history as PromQL reads it: only the series and the time that an expression asks for.
///
/// A matcher of one metric's name is looked up by the history's index.
struct HistoryStorage: SampleStorage {
    let history: History

    func forEachSeries(
        _ selector: SeriesSelector,
        from: Instant,
        to: Instant,
        _ body: (Series, ArraySlice<Int64>, ArraySlice<Double>) throws -> Void
    ) throws -> [String] {
        try history.forEachSeries(Self.selection(selector), from: from, to: to) { series, columns in
            try body(series, columns.times, columns.values)
        }.map(\.description)
    }

    func forEachRollup(
        _ selector: SeriesSelector,
        step: Int64,
        from: Instant,
        to: Instant,
        _ body: (Series, RollupSlice) throws -> Void
    ) throws -> [String] {
        guard let resolution = Self.resolution(step) else { return [] }
        return try history.forEachRollup(
            Self.selection(selector),
            resolution: resolution,
            from: from,
            to: to
        ) { series, columns, range in
            try body(series, Self.slice(columns, range))
        }.map(\.description)
    }

    var rollupSteps: [Int64] { RollupResolution.allCases.map(\.milliseconds).sorted() }

    func rawStart() throws -> Instant? { try history.rawStart() }

    func rollupStart(step: Int64) throws -> Instant? {
        try Self.resolution(step).flatMap { try history.rollupStart($0) }
    }

    private static func resolution(_ step: Int64) -> RollupResolution? {
        RollupResolution.allCases.first { $0.milliseconds == step }
    }

    private static func selection(_ selector: SeriesSelector) -> SeriesSelection {
        SeriesSelection(metric: selector.metric, matching: selector.matches)
    }

    private static func slice(_ columns: RollupColumns, _ range: Range<Int>) -> RollupSlice {
        RollupSlice(
            ends: columns.ends[range],
            counts: columns.counts[range],
            sums: columns.sums[range],
            minima: columns.minima[range],
            maxima: columns.maxima[range],
            lasts: columns.lasts[range],
            increases: columns.increases[range]
        )
    }
}
