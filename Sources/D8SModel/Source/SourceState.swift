/// What is known of one source's collections when a report is made.
package struct SourceState: Hashable, Sendable {
    /// Unique name of the source, for example `git:checkout` or `import:deployments`.
    package let name: String
    /// For example `git`, `import`, `demo`.
    package let kind: String
    /// The longest time between two successful collections that is still fresh, in seconds;
    /// nil for a source that is brought by hand and has no rhythm of its own.
    package let interval: Double?
    /// End of the last collection that succeeded; nil if none ever did.
    package let lastSuccess: Instant?
    /// The newest event that the source brought; nil if it brought none.
    package let newestEvent: Instant?
    /// The last attempt, successful or not; nil if there was none.
    package let lastAttempt: Instant?
    /// What went wrong in the last attempt; nil if it succeeded.
    package let lastError: String?
    /// Names of the services whose records come from this source.
    package let services: [String]
    /// Rows that the last successful collection could not use.
    package let rejected: Int
    /// How many series it brings; nil if it never brought a sample.
    package let coverage: SeriesCoverage?

    package init(
        name: String,
        kind: String,
        interval: Double?,
        lastSuccess: Instant?,
        newestEvent: Instant?,
        lastAttempt: Instant?,
        lastError: String?,
        services: [String],
        rejected: Int,
        coverage: SeriesCoverage? = nil
    ) {
        self.name = name
        self.kind = kind
        self.interval = interval
        self.lastSuccess = lastSuccess
        self.newestEvent = newestEvent
        self.lastAttempt = lastAttempt
        self.lastError = lastError
        self.services = services
        self.rejected = rejected
        self.coverage = coverage
    }
}
