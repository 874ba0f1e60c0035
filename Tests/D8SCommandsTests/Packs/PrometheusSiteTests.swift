import D8SAttention
import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SCommands

/// Against a real Prometheus, which has to be installed.
struct PrometheusSiteTests {
    @Test func `the site is the same whether Prometheus evaluates or the history`() async throws {
        let samples = try TwoSites.samples()
        let server = try PrometheusServer(samples: samples, lookback: 900, in: try ServerFolder())
        let sites = try await TwoSites(at: server.address, samples)
        let items = try sites.items()
        #expect(items[0] == items[1])
        #expect(items[0].count >= 5)
        // When the sources were collected, and the digests of all files.
        let usual = ["analyst/data/sources.", "methods/index.html", "edition.json"]
        let others = sites.differences().filter { !usual.contains(where: $0.hasPrefix) }
        #expect(others == [])
        withExtendedLifetime(server) {}
    }

    @Test func `a server that does not answer is one item, and events are looked at`() async throws
    {
        let folder = try ServerFolder()
        let address = "http://127.0.0.1:\(FreePort.find())"
        let text = """
            history: history.sqlite
            sources:
              - {prometheus: \(address), name: prom, engine: \(address), queries: [up], retries: 0}
            """
        let path = try folder.write(text, to: "d8s.yaml")
        let configuration = try ConfigurationReader(path: path).read(text)
        let night = try await Session(configuration, quiet: true).pipeline
            .attend(asOf: TwoSites.asOf)
        let engines = night.attention.items.flatMap(\.findings)
            .filter { $0.rule == "engine-silent" }
        #expect(engines.map(\.severity) == [.critical])
        #expect(engines.first?.entity == Entity(kind: .source, name: "prom"))
        #expect(engines.first?.evidence.data.contains("127.0.0.1") == true)
        #expect(!night.attention.items.contains { $0.id.contains("unanswered") })
    }
}
