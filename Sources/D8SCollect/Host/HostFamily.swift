import D8SModel

/// A metric as node-exporter 1.5 names and explains it.
struct HostFamily: Hashable, Sendable {
    /// The name of its series, for example `node_cpu_seconds_total`.
    let name: String
    let kind: Metric.Kind
    let help: String

    init(_ name: String, _ kind: Metric.Kind, _ help: String) {
        self.name = "node_" + name
        self.kind = kind
        self.help = help
    }

    /// What the history keeps of it: a counter's family goes without `_total`.
    var metric: Metric {
        let isTotal = kind == .counter && name.hasSuffix("_total")
        return Metric(name: isTotal ? String(name.dropLast(6)) : name, kind: kind, help: help)
    }
}
