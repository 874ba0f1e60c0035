package import D8SModel

/// What is in a history and what it takes.
package struct HistoryStatistics: Hashable, Sendable {
    /// Samples or rollups of one metric and resolution.
    package struct Share: Hashable, Sendable {
        package let metric: String
        /// In milliseconds: 0 for raw samples, 3,600,000 and 86,400,000 for rollups.
        package let resolution: Int64
        package let series: Int
        /// Samples, or rollups.
        package let count: Int
        /// Of their chunks.
        package let bytes: Int
        package let first: Instant
        package let last: Instant
    }

    /// How well the newest seven days of a source are covered by collections that succeeded.
    ///
    /// Of older days not all attempts are remembered.
    package struct Coverage: Hashable, Sendable {
        package let source: String
        /// Between the first and the last attempt that are remembered.
        package let window: Window
        /// The share of the intervals in which a collection succeeded, 0 to 1; nil for a source
        /// without an interval.
        package let share: Double?
        /// The longest time without a success; nil if it is not longer than two intervals.
        package let longestGap: Window?
    }

    /// How complete the samples are that a source brought of a metric, where it brought it first.
    ///
    /// Of raw chunks that begin in the newest seven days; samples that were not folded yet do not
    /// count.
    package struct SampleCoverage: Hashable, Sendable {
        package let source: String
        package let metric: String
        /// Samples that are there, of all series.
        package let count: Int
        /// Samples that would be there at the usual step, each series from its first to its last
        /// one; never less than `count`.
        package let due: Int
        /// The longest time without a sample of the series that has most of them; nil if it is not
        /// longer than two steps.
        package let longestGap: Window?
    }

    /// Bytes of the file without its log.
    package let fileSize: Int
    /// Bytes of it that are free; `vacuum` gives them back.
    package let freeSize: Int
    package let series: Int
    /// Samples that were not folded yet, and the bytes of their rows.
    package let headCount: Int
    package let headSize: Int
    /// Sorted by metric, then resolution.
    package let shares: [Share]
    /// Sorted by source.
    package let coverage: [Coverage]
    /// Sorted by source, then metric.
    package let samples: [SampleCoverage]
}
