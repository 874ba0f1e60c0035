package import D8SModel

/// Answers PromQL: from the history, or by asking a server that speaks Prometheus' HTTP API.
package protocol QueryEngine: Sendable {
    /// The value of an expression at one instant.
    ///
    /// - Throws: `QueryError` if the expression is wrong, asks for too much, or cannot be answered.
    func instant(_ expression: String, at: Instant) async throws(QueryError) -> QueryAnswer

    /// The values of an expression at each step of a range.
    ///
    /// - Throws: `QueryError`, also for an expression whose value is a range vector or a string.
    func range(
        _ expression: String,
        over range: QueryRange
    ) async throws(QueryError) -> QueryAnswer

    /// The answers to several questions, in their order, each as `range(_:over:)` gives it.
    ///
    /// An engine that can look at the same series for several of them at once does.
    func answers(to questions: [RangeQuestion]) async -> [Result<QueryAnswer, QueryError>]
}
