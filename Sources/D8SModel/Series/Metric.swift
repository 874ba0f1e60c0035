/// What a source says of a metric (OpenMetrics' MetricFamily metadata).
package struct Metric: Hashable, Sendable {
    /// What the values of a metric mean; `unknown` is what text format 0.0.4 calls untyped.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case counter, gauge, histogram, gaugehistogram, summary, info, stateset, unknown
    }

    /// The name of the family: without `_total`, `_bucket`, `_sum`, `_count` where it has them.
    package var name: String
    package var kind: Kind
    /// For example `seconds`; nil if the source names none.
    package var unit: String?
    /// For people; nil if the source says nothing.
    package var help: String?

    package init(name: String, kind: Kind, unit: String? = nil, help: String? = nil) {
        self.name = name
        self.kind = kind
        self.unit = unit
        self.help = help
    }
}
