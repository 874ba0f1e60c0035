package import D8SModel

/// What clusters and pipelines cost in a window, and what could be saved.
package struct WorkloadCosts: Hashable, Sendable {
    package var window: Window
    /// What all bear, as it is configured: for `cluster.shares(by:_:)`.
    package var sharing: SharePolicy
    /// Nil where the history knows of no cluster.
    package var cluster: ClusterCost?
    /// Nil without runs.
    ///
    /// Their pods are part of the clusters: the two are not added together.
    package var pipelines: PipelineCosts?
    package var recommendations: Recommendations

    package init(
        window: Window,
        sharing: SharePolicy = .none,
        cluster: ClusterCost?,
        pipelines: PipelineCosts?,
        recommendations: Recommendations
    ) {
        self.window = window
        self.sharing = sharing
        self.cluster = cluster
        self.pipelines = pipelines
        self.recommendations = recommendations
    }
}
