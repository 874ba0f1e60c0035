package import D8SModel

/// A storage on top of another one, which answers whatever this one does not.
package protocol LayeredStorage: SampleStorage {
    /// The storage below.
    var base: any SampleStorage { get }
}

extension LayeredStorage {
    package var rollupSteps: [Int64] { base.rollupSteps }

    package func rawStart() throws -> Instant? { try base.rawStart() }

    package func rollupStart(step: Int64) throws -> Instant? { try base.rollupStart(step: step) }

    package func forEachRollup(
        _ selector: SeriesSelector,
        step: Int64,
        from: Instant,
        to: Instant,
        _ body: (Series, RollupSlice) throws -> Void
    ) throws -> [String] {
        try base.forEachRollup(selector, step: step, from: from, to: to, body)
    }
}
