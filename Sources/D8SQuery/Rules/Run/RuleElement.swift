import D8SModel

/// One series of an alerting rule's result at one instant.
struct RuleElement: Hashable, Sendable {
    /// As the expression gave it, which the templates see.
    var series: Series
    var value: Double
    /// The instant of the evaluation, in milliseconds since 1970.
    var time: Int64
}
