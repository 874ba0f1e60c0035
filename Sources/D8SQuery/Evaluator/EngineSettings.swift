/// What bounds an evaluation, as Prometheus' flags do.
package struct EngineSettings: Hashable, Sendable {
    /// How far back an instant looks for a sample, in milliseconds (`--query.lookback-delta`).
    package var lookback: Int64 = 300_000
    /// The most values held at a time (`--query.max-samples`).
    package var mostSamples = 50_000_000
    /// The most steps of a range, as Prometheus' HTTP API allows.
    package var mostSteps = 11_000
    /// The step of a subquery without one, in milliseconds (`global.evaluation_interval`).
    package var subqueryStep: Int64 = 60_000

    /// Whether answers are those of Prometheus 2: a sample at the very start of a range or a
    /// lookback is part of it, and counters are extrapolated further towards 0.
    package var isPrometheus2 = false

    package init() {}

    /// The milliseconds before an instant in which its latest sample is looked for.
    var reach: Int64 { lookback + (isPrometheus2 ? 1 : 0) }
}
