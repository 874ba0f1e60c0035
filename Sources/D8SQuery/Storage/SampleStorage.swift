package import D8SModel

/// Where PromQL reads samples: the history, or a handful of series in a test.
package protocol SampleStorage: Sendable {
    /// Hands over the raw samples of one series after the other, in the order of their bytes.
    ///
    /// - Parameters:
    ///   - selector: The series to read.
    ///   - from: The time of the earliest sample wanted.
    ///   - to: The time of the latest sample wanted.
    ///   - body: Given the times in milliseconds since 1970, ascending, and as many values,
    ///     `Double.staleMarker` among them. The columns are used again for the next series.
    /// - Returns: What is damaged and was left out, a sentence each.
    /// - Throws: What the storage could not read, and what `body` throws.
    func forEachSeries(
        _ selector: SeriesSelector,
        from: Instant,
        to: Instant,
        _ body: (Series, ArraySlice<Int64>, ArraySlice<Double>) throws -> Void
    ) throws -> [String]

    /// Hands over the rollups of one series after the other, in the order of their bytes.
    ///
    /// - Parameters:
    ///   - selector: The series to read.
    ///   - step: The length of a rollup; one of `rollupSteps`.
    ///   - from: The earliest end of a rollup that is wanted.
    ///   - to: The latest one.
    ///   - body: Given rollups in order of time, to be used before it returns.
    /// - Returns: What is damaged and was left out, a sentence each.
    /// - Throws: What the storage could not read, and what `body` throws.
    func forEachRollup(
        _ selector: SeriesSelector,
        step: Int64,
        from: Instant,
        to: Instant,
        _ body: (Series, RollupSlice) throws -> Void
    ) throws -> [String]

    /// The lengths of rollups that are kept, in milliseconds, shortest first; empty if none are.
    var rollupSteps: [Int64] { get }

    /// The instant from which on raw samples are kept; nil if all are.
    func rawStart() throws -> Instant?

    /// When the earliest rollup of a length begins; nil if there is none.
    func rollupStart(step: Int64) throws -> Instant?
}
