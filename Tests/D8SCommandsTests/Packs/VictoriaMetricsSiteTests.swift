import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

/// Against a real VictoriaMetrics, which has to be installed.
struct VictoriaMetricsSiteTests {
    /// Its `rate` and `increase` are others by design, so that numbers may differ a little.
    @Test func `the same needs attention whether VictoriaMetrics evaluates or the history`()
        async throws
    {
        let samples = try TwoSites.samples()
        let server = try VictoriaMetricsServer(in: try ServerFolder())
        let request = HTTPRequest(
            server.address + "/api/v1/import/prometheus",
            method: "POST",
            body: Array(Self.inMilliseconds(samples).utf8)
        )
        _ = try await HTTPClientTransport.shared.fetch(request)
        let flush = HTTPRequest(server.address + "/internal/force_flush")
        _ = try await HTTPClientTransport.shared.fetch(flush)
        let sites = try await TwoSites(at: server.address, samples)
        let items = try sites.items()
        #expect(items[0] == items[1])
        #expect(items[0].count >= 5)
        withExtendedLifetime(server) {}
    }

    private static func inMilliseconds(_ samples: String) -> String {
        samples.split(separator: "\n").map { $0 + "000\n" }.joined()
    }
}
