import D8SModel

/// What `/api/v1/metadata` says of metrics.
enum PrometheusMetadata {
    private static let suffixes = ["_total", "_bucket", "_sum", "_count", "_created", "_info"]

    /// The families to which these metric names belong, by their names' order.
    static func metrics(_ data: JSONValue, _ names: Set<String>) -> [Metric] {
        let wanted = names.union(
            names.flatMap { name in
                suffixes.filter(name.hasSuffix).map { String(name.dropLast($0.count)) }
            }
        )
        return wanted.sorted().compactMap { name in
            guard let entry = data[name]?[0], let type = entry["type"]?.string else { return nil }
            let kind = Metric.Kind(rawValue: type) ?? .unknown
            let isTotal = kind == .counter && name.hasSuffix("_total")
            return Metric(
                name: isTotal ? String(name.dropLast("_total".count)) : name,
                kind: kind,
                unit: entry["unit"]?.string.flatMap { $0.isEmpty ? nil : $0 },
                help: entry["help"]?.string.flatMap { $0.isEmpty ? nil : $0 }
            )
        }
    }
}
