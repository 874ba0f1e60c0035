/// What pruning a history did.
package struct PruneCount: Hashable, Sendable {
    /// Raw samples that were dropped after they had been rolled up.
    package var samples = 0
    /// Rollups by hour that were dropped.
    package var rollups = 0
    /// Series of which nothing was left.
    package var series = 0
    /// Chunks that there are fewer, small ones having been put together.
    package var chunks = 0
    /// Attempts to collect that were dropped.
    package var attempts = 0
}
