import D8SCollect
import D8SModel
import Yams

/// A server with Prometheus' HTTP API: `- prometheus: URL`.
enum PrometheusSourceKind: SourceKind {
    static let key = "prometheus"
    static let usage = "prometheus: URL"
    static let example =
        """
        # A server with Prometheus' HTTP API (Prometheus, Thanos, Mimir, VictoriaMetrics):
        #   - prometheus: http://prom:9090
        #     queries: [up, {record: load, expr: sum(node_load1)}]   # samples as they are, values
        #     step: 1m                   # between two values of an expression
        #     backfill: 30d              # how far back the first collection reaches
        #     alerts: true               # when alerting rules fired, and which do now
        #     partial: false             # true takes answers in which a store is missing
        #     engine: http://thanos:9090 # evaluates rules and packs, not the history
        #     labels: {cluster: one}     # for every series that has no such label
        #     headers: {X-Scope-OrgID: acme}   # Mimir's tenant
        #     name: prom                 # what the pages call this source
        #     every: 1d                  # older than that, and it is an item

        """ + MappingReader.accessExample

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let address = reader.string("prometheus")
        var source = PrometheusSource(address: address ?? "", queries: queries(&reader))
        source.step =
            reader.value("step", form: "a length of time from 1s to 1d, such as 1m") {
                DurationText.seconds($0).flatMap { (1...86_400).contains($0) ? $0 : nil }
            } ?? source.step
        source.backfill = reader.duration("backfill") ?? source.backfill
        source.readsAlerts = reader.flag("alerts") ?? source.readsAlerts
        source.takesPartial = reader.flag("partial") ?? source.takesPartial
        source.labels = sorted(reader.table("labels")).map { Label($0.key, $0.value) }
        source.headers = sorted(reader.table("headers")).map {
            HTTPRequest.Header($0.key, $0.value)
        }
        source.access = reader.access(in: place.folder)
        let name = reader.string("name")
        let every = reader.duration("every") ?? 86_400
        let engine = reader.value("engine", form: "an address such as http://thanos:9090") {
            $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil
        }
        guard let address else { return [] }
        guard !source.queries.isEmpty || source.readsAlerts else {
            reader.noteMissing("a prometheus source needs `queries` or `alerts: true`")
            return []
        }
        var configuration = SourceConfiguration(
            name: name ?? "prometheus:\(hostAndPath(address))",
            interval: every,
            collector: PrometheusCollector(source)
        )
        configuration.engine = engine.map { PrometheusSource(at: $0, like: source) }
        return [configuration]
    }

    private static func queries(_ reader: inout MappingReader) -> [PrometheusQuery] {
        guard let node = reader.node("queries") else { return [] }
        return (node.sequence.map(Array.init) ?? [node]).compactMap { query($0, &reader) }
    }

    private static func query(_ node: Node, _ reader: inout MappingReader) -> PrometheusQuery? {
        if let expression = node.string, !expression.isEmpty { return PrometheusQuery(expression) }
        var entry = reader.nestedReader(node, title: "a query")
        let record = entry.string("record"), expression = entry.string("expr")
        if expression == nil, node.mapping != nil {
            entry.noteMissing("a query needs `expr: PROMQL`")
        }
        reader.absorb(entry.finish())
        return expression.map { PrometheusQuery($0, record: record) }
    }

    private static func sorted(_ table: [String: String]?) -> [(key: String, value: String)] {
        (table ?? [:]).sorted { $0.key < $1.key }
    }

    private static func hostAndPath(_ address: String) -> String {
        let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        return String(rest.prefix { $0 != "?" }.trimmingSuffix { $0 == "/" })
    }
}

extension Substring {
    /// This text without what ends it so.
    fileprivate func trimmingSuffix(_ isEnd: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isEnd(last) { text.removeLast() }
        return text
    }
}
