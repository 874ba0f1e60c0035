import D8SCollect
import D8SModel
import D8SQuery
import D8STestSupport
import Testing

@testable import D8SCommands

/// Against a real VictoriaMetrics, which has to be installed.
struct VictoriaMetricsEngineTests {
    /// What MetricsQL answers otherwise by design: `rate`, `increase` and `delta` count from the last
    /// sample before the range and are not extrapolated to its ends; `changes` counts from that
    /// sample, too (https://docs.victoriametrics.com/metricsql/#metricsql-features).
    private static let others = ["rate(", "increase(", "delta(", "changes("]

    private static func server() async throws -> VictoriaMetricsServer {
        let server = try VictoriaMetricsServer(in: try ServerFolder())
        let request = HTTPRequest(
            server.address + "/api/v1/import/prometheus",
            method: "POST",
            body: Array(EngineSamples.text(inSeconds: false).utf8)
        )
        _ = try await HTTPClientTransport.shared.fetch(request)
        let flush = HTTPRequest(server.address + "/internal/force_flush")
        _ = try await HTTPClientTransport.shared.fetch(flush)
        return server
    }

    @Test func `VictoriaMetrics has the same answers but where its language differs`() async throws
    {
        let server = try await Self.server()
        var settings = EngineSettings()
        settings.subqueryStep = 1000
        let comparison = EngineComparison(
            engine: RemoteEngine(PrometheusSource(address: server.address, queries: [])),
            reference: EmbeddedEngine(MemoryStorage(EngineSamples.columns), settings: settings)
        )
        var same = 0
        for expression in EngineSamples.expressions {
            let difference = try await comparison.difference(expression)
            let isOther = Self.others.contains(where: expression.contains)
            if isOther && !expression.contains("irate(") && !expression.contains("histogram_") {
                #expect(difference != nil, "\(expression) is the same now; take it off the list")
            } else {
                #expect(difference == nil, "\(expression)")
                same += 1
            }
        }
        #expect(same >= 24)
        withExtendedLifetime(server) {}
    }
}
