package import D8SModel

/// One collection from one source: when it is, and what is known of earlier ones.
package struct Occasion: Sendable {
    /// The clock.
    package let now: @Sendable () -> Instant
    /// What the source's batches left as `RecordBatch.cursors`.
    package let cursors: [String: String]
    /// End of the last collection that succeeded; nil if none ever did.
    package let lastSuccess: Instant?
    /// Deployments that the history holds of a service in an environment.
    package let deployments:
        @Sendable (_ service: String, _ environment: String) throws
            -> [Deployment]
    /// Told what has been done when a long collection goes on, as a sentence for people.
    package let progress: @Sendable (String) -> Void

    package init(
        now: @escaping @Sendable () -> Instant,
        cursors: [String: String] = [:],
        lastSuccess: Instant? = nil,
        deployments: @escaping @Sendable (String, String) throws -> [Deployment] = { _, _ in [] },
        progress: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.now = now
        self.cursors = cursors
        self.lastSuccess = lastSuccess
        self.deployments = deployments
        self.progress = progress
    }
}
