package import D8SModel

/// One time in which an alerting rule fired for one set of labels.
package struct RuleFiring: Hashable, Sendable {
    /// Where the rule stands: its file, and the line from 1.
    package var file: String
    package var line: Int
    /// Metric `ALERTS` with the alert's labels, `alertname` among them, without `alertstate`.
    package var series: Series
    /// When the expression began to hold.
    package var active: Instant
    /// When it began to fire, `for` later.
    package var fired: Instant
    /// When it stopped; nil if it fires at the end of the time looked at.
    package var ended: Instant?
    /// What the expression gave last.
    package var value: Double
    /// By name, expanded for that value.
    package var annotations: [Label]
    /// Whether it may have begun before the time that was looked at.
    package var isOlder: Bool
}
