import D8SModel
import D8SQuery

/// Samples of the history, and events as series beside them.
struct EventStorage: SampleStorage {
    let samples: any SampleStorage
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
        return try samples.forEachRollup(selector, step: step, from: from, to: to, body)
    }

    var rollupSteps: [Int64] { samples.rollupSteps }

    func rawStart() throws -> Instant? { try samples.rawStart() }

    func rollupStart(step: Int64) throws -> Instant? { try samples.rollupStart(step: step) }

    /// A selector that names no metric means samples.
    private func storage(of selector: SeriesSelector) -> any SampleStorage {
        isOfEvents(selector) ? events : samples
    }

    private func isOfEvents(_ selector: SeriesSelector) -> Bool {
        selector.metric?.hasPrefix(EventSeries.prefix) ?? false
    }
}
