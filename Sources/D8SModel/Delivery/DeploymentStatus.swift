/// How an attempt to deploy ended.
package enum DeploymentStatus: String, Sendable, CaseIterable {
    case success
    case failure
    /// Stopped before it had an effect: neither a success nor a failure.
    case cancelled
}
