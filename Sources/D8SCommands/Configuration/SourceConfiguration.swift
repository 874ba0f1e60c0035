import D8SCollect

/// One source under `sources:`, or one of several that an entry there names.
struct SourceConfiguration: Sendable {
    /// The unique name under which the history knows the source.
    var name: String
    /// Seconds between two collections, and how old the last successful one may be to be fresh;
    /// nil for a source that is brought by hand.
    var interval: Double?
    /// The most series that it may have in the history.
    var seriesLimit = 100_000
    var collector: any Collector
    /// The server that evaluates expressions in place of the history; nil if none does.
    var engine: PrometheusSource?

    /// `git`, `import`, `scrape` …: the kind that the history keeps.
    var kind: String { collector.kind }
}
