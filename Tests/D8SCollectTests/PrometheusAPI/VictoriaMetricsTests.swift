import D8SCollect
import D8SModel
import D8STestSupport
import Testing

/// Against a real VictoriaMetrics, which was given what the tests of Prometheus give to that one.
@Suite struct VictoriaMetricsTests {
    private typealias Fixture = PrometheusFixture

    /// Two years before the fixture's: it refuses samples of the future.
    private static let now = Fixture.now.adding(seconds: -730 * 86_400)

    private static func time(_ minute: Int) -> Int64 {
        Fixture.time(minute) - 730 * 86_400_000
    }

    /// What it was given of a series, but for samples that are no number: it leaves them out.
    private func expected(_ place: String) -> [String] {
        (0..<Fixture.minutes).filter { !Fixture.value($0, place).isNaN }
            .map { "\(Self.time($0)) \(Fixture.value($0, place))" }
    }

    private func series(_ metric: String, _ place: String) -> Series {
        Series(metric: metric, labels: [Label("place", place)])
    }

    private func source(_ address: String, _ queries: [PrometheusQuery]) -> PrometheusSource {
        var source = PrometheusSource(address: address, queries: queries)
        source.readsAlerts = false
        return source
    }

    private func server(flags: [String] = []) async throws -> VictoriaMetricsServer {
        let server = try VictoriaMetricsServer(flags: flags, in: try ServerFolder())
        let lines = ["a", "b"].flatMap { place in
            (0..<Fixture.minutes).map { minute in
                let value = "\(Fixture.value(minute, place))".replacing("inf", with: "Inf")
                return "fixture_load{place=\"\(place)\"} \(value) \(Self.time(minute))\n"
            }
        }
        let request = HTTPRequest(
            server.address + "/api/v1/import/prometheus",
            method: "POST",
            body: Array(lines.joined().utf8)
        )
        _ = try await HTTPClientTransport.shared.fetch(request)
        let flush = HTTPRequest(server.address + "/internal/force_flush")
        _ = try await HTTPClientTransport.shared.fetch(flush)
        return server
    }

    @Test func `a selector brings every sample that was imported, with its own time`() async throws
    {
        let server = try await server()
        defer { withExtendedLifetime(server) {} }
        let source = source(server.address, [PrometheusQuery("fixture_load")])
        let brought = await Fixture.collect(source, now: Self.now)
        #expect(brought.error == nil)
        #expect(brought.samples[series("fixture_load", "a")] == expected("a"))
        #expect(brought.samples[series("fixture_load", "b")] == expected("b"))
        #expect(brought.samples.count == 2)
    }

    @Test func `expressions have their values at whole steps, however long the time is`()
        async throws
    {
        let server = try await server()
        defer { withExtendedLifetime(server) {} }
        var source = source(
            server.address + "/prometheus",
            [
                PrometheusQuery("sum(fixture_load{place=\"b\"}) * 8", record: "load:sum"),
                PrometheusQuery("max_over_time(fixture_load{place=\"b\"}[5m]) * 8", record: "top"),
            ]
        )
        source.step = 300
        source.backfill = 86_400
        let brought = await Fixture.collect(source, now: Self.now)
        #expect(brought.error == nil)
        let minutes = stride(from: Fixture.minutes - 1440 + 5, to: Fixture.minutes, by: 5)
        let values = minutes.map { "\(Self.time($0)) \(Double($0))" }
        #expect(brought.samples[Series(metric: "load:sum")] == values)
        #expect(brought.samples[series("top", "b")] == values)
    }

    @Test func `too many points for one answer are asked for in shorter times`()
        async throws
    {
        let server = try await server(flags: ["-search.maxPointsPerTimeseries=500"])
        defer { withExtendedLifetime(server) {} }
        let query = PrometheusQuery("fixture_load{place=\"b\"} * 8", record: "eight")
        let source = source(server.address, [query])
        let brought = await Fixture.collect(source, now: Self.now)
        #expect(brought.error == nil)
        let eights = (0..<Fixture.minutes).map { "\(Self.time($0)) \(Double($0))" }
        #expect(brought.samples[series("eight", "b")]?.prefix(Fixture.minutes) == eights[...])
    }

    @Test func `samples that come later than their neighbours are in the next answer`() async throws
    {
        let server = try await server()
        defer { withExtendedLifetime(server) {} }
        let query = PrometheusQuery("sum(late_load)", record: "late")
        let source = source(server.address, [query])
        #expect(await Fixture.collect(source, now: Self.now).samples.isEmpty)
        let late = "late_load 5 \(Self.time(3000))\n"
        let request = HTTPRequest(
            server.address + "/api/v1/import/prometheus",
            method: "POST",
            body: Array(late.utf8)
        )
        _ = try await HTTPClientTransport.shared.fetch(request)
        _ = try await HTTPClientTransport.shared.fetch(
            HTTPRequest(server.address + "/internal/force_flush")
        )
        let brought = await Fixture.collect(source, now: Self.now)
        let samples = brought.samples[Series(metric: "late")] ?? []
        #expect(samples.first == "\(Self.time(3000)) 5.0")
    }

    @Test func `what is wrong with a query is said in its words, and it has no alerts`()
        async throws
    {
        let server = try await server()
        defer { withExtendedLifetime(server) {} }
        let broken = await Fixture.collect(source(server.address, [PrometheusQuery("sum(")]))
        let start = "\(server.address)/api/v1/query_range refused with status 422: error when"
        #expect(broken.error?.hasPrefix(start) == true, "\(broken.error ?? "")")
        #expect(broken.error?.contains("unexpected token") == true)
        let quiet = await Fixture.collect(PrometheusSource(address: server.address, queries: []))
        #expect(quiet.error == nil)
        #expect(quiet.alerts.isEmpty)
    }
}
