package import D8SModel

/// When something is worth saying.
package struct RecommendationPolicy: Hashable, Sendable {
    package var rightSizing = RightSizingPolicy()
    /// Money a month; what saves less is left out.
    package var leastSaving = ExactDecimal(1)
    /// Days that a node or volume has to be there, unused.
    package var days = 14.0
    /// At most so much of a node's CPU and memory is asked for by pods that would have to move.
    package var idleShare = 0.1
    /// Runs of a pipeline, and the share of them that failed, from which on it is looked at.
    package var runs = 10
    package var failureShare = 0.2

    package init() {}
}
