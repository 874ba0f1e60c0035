package import D8SModel

/// One attempt to bring what a source has into the history, and what became of it.
package struct CollectionAttempt: Hashable, Sendable {
    package var started: Instant
    package var finished: Instant
    /// Why it failed, for people; nil if it succeeded.
    package var error: String?
    package var count: IngestCount
    /// Rows that could not be used.
    package var rejected: Int
    /// The newest event that it brought; nil if it brought none.
    package var newestEvent: Instant?

    package init(
        started: Instant,
        finished: Instant,
        error: String? = nil,
        count: IngestCount = IngestCount(),
        rejected: Int = 0,
        newestEvent: Instant? = nil
    ) {
        self.started = started
        self.finished = finished
        self.error = error
        self.count = count
        self.rejected = rejected
        self.newestEvent = newestEvent
    }
}
