import D8SModel

/// What a target says of its families, and what of it is new.
struct FamilyNotes {
    private var metrics: [[UInt8]: Metric] = [:]
    /// Families with something new, in the order in which they came.
    private var changed: [[UInt8]] = []
    private var isChanged: Set<[UInt8]> = []

    /// More families than any target has: of others nothing is kept.
    private static let limit = 100_000

    mutating func note(_ descriptor: Descriptor) {
        let name = descriptor.family
        guard metrics[name] != nil || metrics.count < Self.limit else { return }
        let before = metrics[name]
        var metric =
            before ?? Metric(name: String(decoding: name, as: UTF8.self), kind: .unknown)
        switch descriptor.fact {
        case .kind(let kind): metric.kind = kind
        case .help(let help): metric.help = help.isEmpty ? nil : help
        case .unit(let unit): metric.unit = unit.isEmpty ? nil : unit
        }
        guard metric != before else { return }
        metrics[name] = metric
        if isChanged.insert(name).inserted { changed.append(name) }
    }

    /// What is new since the last time.
    ///
    /// Text 0.0.4 calls a counter's family `x_total`, OpenMetrics `x`; both come out as `x`.
    mutating func take() -> [Metric] {
        let taken = changed.compactMap { metrics[$0] }.map { metric in
            guard metric.kind == .counter, metric.name.utf8.count > 6,
                metric.name.hasSuffix("_total")
            else { return metric }
            var family = metric
            family.name.removeLast(6)
            return family
        }
        changed = []
        isChanged = []
        return taken
    }
}
