import D8SModel
import D8SQuery

/// Samples of the history, and events as series beside them.
struct EventStorage: LayeredStorage {
    let base: any SampleStorage
    let events: MemoryStorage

    func forEachSeries(
        _ selector: SeriesSelector,
        from: Instant,
        to: Instant,
        _ body: (Series, ArraySlice<Int64>, ArraySlice<Double>) throws -> Void
    ) throws -> [String] {
        try storage(of: selector).forEachSeries(selector, from: from, to: to, body)
    }

    func forEachRollup(
        _ selector: SeriesSelector,
        step: Int64,
        from: Instant,
        to: Instant,
        _ body: (Series, RollupSlice) throws -> Void
    ) throws -> [String] {
        guard !isOfEvents(selector) else { return [] }
        return try base.forEachRollup(selector, step: step, from: from, to: to, body)
    }

    /// A selector that names no metric means samples.
    private func storage(of selector: SeriesSelector) -> any SampleStorage {
        isOfEvents(selector) ? events : base
    }

    private func isOfEvents(_ selector: SeriesSelector) -> Bool {
        selector.metric?.hasPrefix(EventSeries.prefix) ?? false
    }
}
