import D8SCollect
import D8SModel
import Testing

@testable import D8SCommands

struct PrometheusSourceKindTests {
    private func read(_ entry: String) throws(CommandError) -> Configuration {
        let text = "organisation: Acme\nsources:\n" + entry
        return try ConfigurationReader(path: "/srv/d8s.yaml").read(text)
    }

    @Test func `every key of a prometheus source is taken`() throws {
        let configuration = try read(
            """
              - prometheus: https://mimir:8080/prometheus/
                queries:
                  - up{job="node"}
                  - {record: load, expr: sum(node_load1)}
                step: 5m
                backfill: 90d
                alerts: false
                labels: {cluster: one, zone: b}
                headers: {X-Scope-OrgID: acme}
                bearer: ${TOKEN}
                every: 6h
            """
        )
        let source = try #require(configuration.sources.first)
        #expect(source.name == "prometheus:mimir:8080/prometheus")
        #expect(source.interval == 21_600)
        #expect(source.kind == "prometheus")
        #expect(source.collector.secrets == [.environment("TOKEN")])
        var expected = PrometheusSource(
            address: "https://mimir:8080/prometheus",
            queries: [
                PrometheusQuery("up{job=\"node\"}"),
                PrometheusQuery("sum(node_load1)", record: "load"),
            ]
        )
        expected.step = 300
        expected.backfill = 90 * 86_400
        expected.readsAlerts = false
        expected.labels = [Label("cluster", "one"), Label("zone", "b")]
        expected.headers = [.init("X-Scope-OrgID", "acme")]
        expected.access.authorization = .bearer(.environment("TOKEN"))
        #expect((source.collector as? PrometheusCollector)?.source == expected)
    }

    @Test func `an engine is asked with the headers and secrets of its source`() throws {
        let configuration = try read(
            """
              - prometheus: http://prom:9090
                engine: https://thanos:10902/
                headers: {X-Scope-OrgID: acme}
                bearer: ${TOKEN}
                partial: true
            """
        )
        let engine = try #require(configuration.sources.first?.engine)
        #expect(engine.address == "https://thanos:10902")
        #expect(engine.headers == [.init("X-Scope-OrgID", "acme")])
        #expect(engine.access.authorization == .bearer(.environment("TOKEN")))
        #expect(engine.takesPartial)
        let plain = try read("  - prometheus: http://prom:9090\n")
        #expect(plain.sources.first?.engine == nil)
    }

    @Test(arguments: [
        ("engine: thanos:9090", "`engine` has to be an address such as http://thanos:9090"),
        ("alerts: false", "a prometheus source needs `queries` or `alerts: true`"),
        ("queries: [{record: x}]", "a query needs `expr: PROMQL`"),
        ("queries: [{expr: x, recrod: y}]", "did you mean `record`?"),
        ("step: 0s", "`step` has to be a length of time from 1s to 1d"),
    ])
    func `a mistake is pointed out`(_ line: String, _ words: String) {
        let error = #expect(throws: CommandError.self) {
            try read("  - prometheus: http://prom:9090\n    \(line)")
        }
        #expect(error.map { "\($0)".contains(words) } == true, "\(error.map { "\($0)" } ?? "")")
    }
}
