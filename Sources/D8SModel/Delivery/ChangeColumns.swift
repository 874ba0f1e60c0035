/// The changes of one service by column: a million of them stay small, and a scan stays fast.
package struct ChangeColumns: Sendable {
    /// Milliseconds since 1970; all columns are equally long and in no particular order.
    package var authored: [Int64]
    package var committed: [Int64]
    /// True for a merge commit, which has no lead time of its own.
    package var isMerge: [Bool]
    /// Index of the deployment in `ServiceHistory.deployments` that first carried the change, as
    /// its source said; -1 if the source said nothing, -2 if it named one that is not there, -3 if
    /// that one finished after the as-of instant or in another environment.
    package var deployment: [Int32]
    /// The commit graph, needed only where a deployment has to be found by ancestry; nil if every
    /// change came with its deployment.
    package var graph: CommitGraph?
    /// When each change reached the main line; `Int64.min` where nobody said, and empty if nobody
    /// said so of any change.
    package var merged: [Int64]

    package init(
        authored: [Int64] = [],
        committed: [Int64] = [],
        isMerge: [Bool] = [],
        deployment: [Int32] = [],
        graph: CommitGraph? = nil,
        merged: [Int64] = []
    ) {
        self.authored = authored
        self.committed = committed
        self.isMerge = isMerge
        self.deployment = deployment
        self.graph = graph
        self.merged = merged
    }

    package var count: Int { authored.count }
}
