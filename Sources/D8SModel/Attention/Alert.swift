/// A time in which an alerting rule fired: one of another system (Prometheus, Alertmanager), or one
/// of a rule file that was evaluated over the history.
package struct Alert: Hashable, Sendable {
    /// Its name and labels: metric `ALERTS`, the labels as the source gives them (`alertname`,
    /// `severity`, …) without `alertstate`.
    package var series: Series
    /// When it began to fire.
    package var started: Instant
    /// Whether it may have begun earlier: `started` is as far as was looked back.
    package var isOlder: Bool
    /// When it stopped; nil while it fires, or if the source has not said.
    package var ended: Instant?
    /// The annotations `summary` and `description`, and where to read more; nil if there are none.
    package var summary: String?
    package var description: String?
    package var url: String?
    /// Where the rule stands that was evaluated over the history, as `rules/node.yml:12`; nil if
    /// another system reported the alert.
    package var rule: String?

    package init(
        series: Series,
        started: Instant,
        isOlder: Bool = false,
        ended: Instant? = nil,
        summary: String? = nil,
        description: String? = nil,
        url: String? = nil,
        rule: String? = nil
    ) {
        self.series = series
        self.started = started
        self.isOlder = isOlder
        self.ended = ended
        self.summary = summary
        self.description = description
        self.url = url
        self.rule = rule
    }
}
