import D8SModel

/// Tells which series only ever grow, so that rollups hold their increase.
struct CounterNames {
    private let kinds: [String: Metric.Kind]

    init(_ metrics: [Metric]) {
        kinds = Dictionary(metrics.map { ($0.name, $0.kind) }) { _, last in last }
    }

    /// By what sources say of the family, else by the endings that OpenMetrics reserves.
    func isCounter(_ metric: String) -> Bool {
        if let kind = kinds[metric] { return kind == .counter }
        for ending in ["_total", "_bucket", "_count", "_sum"] where metric.hasSuffix(ending) {
            let family = String(metric.dropLast(ending.count))
            switch kinds[family] {
            case .counter: return ending == "_total"
            case .histogram, .summary: return ending != "_total"
            case .none: return ending == "_total" || ending == "_bucket"
            default: return false
            }
        }
        return false
    }
}
