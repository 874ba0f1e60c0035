/// How a run stands.
package enum RunStatus: String, Hashable, Sendable, CaseIterable {
    /// Accepted, not begun.
    case pending
    case running
    case success, failure
    /// Stopped by somebody.
    case cancelled
    /// Stopped by its time limit.
    case timeout
    /// The source does not say.
    case unknown
}
