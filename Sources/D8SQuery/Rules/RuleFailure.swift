package import D8SModel

/// A rule that could not be evaluated.
package struct RuleFailure: Hashable, Sendable {
    package var file: String
    package var line: Int
    package var group: String
    package var rule: String
    /// What was wrong the last time.
    package var reason: String
    /// The first evaluation that failed.
    package var first: Instant
    /// The last one.
    package var last: Instant
    /// How many evaluations failed.
    package var count: Int
}
