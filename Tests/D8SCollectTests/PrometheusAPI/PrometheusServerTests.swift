import D8SCollect
import D8SModel
import D8STestSupport
import Testing

/// Against a real Prometheus, whose store holds what the test has put there.
@Suite struct PrometheusServerTests {
    private typealias Fixture = PrometheusFixture

    private func series(_ place: String, cluster: String? = nil) -> Series {
        let labels = [Label("place", place)] + (cluster.map { [Label("cluster", $0)] } ?? [])
        return Series(metric: "fixture_load", labels: labels)
    }

    /// What the store was given of a series, without the newest minute: it may not be complete.
    private func expected(_ place: String, _ minutes: Range<Int>) -> [String] {
        minutes.map { "\(Fixture.time($0)) \(Fixture.value($0, place))" }
    }

    private func source(_ address: String, _ queries: [PrometheusQuery]) -> PrometheusSource {
        var source = PrometheusSource(address: address, queries: queries)
        source.readsAlerts = false
        return source
    }

    @Test
    func `a selector brings every sample with its own time, also when too many are asked for`()
        async throws
    {
        let folder = try ServerFolder()
        let server = try PrometheusServer(
            samples: Fixture.samples,
            flags: ["--query.max-samples=2000"],
            in: folder
        )
        defer { withExtendedLifetime(server) {} }
        var source = source(server.address + "/", [PrometheusQuery("fixture_load")])
        source.labels = [Label("cluster", "one"), Label("place", "nowhere")]
        let brought = await Fixture.collect(source)
        #expect(brought.error == nil)
        #expect(brought.samples.count == 2)
        #expect(
            brought.samples[series("a", cluster: "one")] == expected("a", 0..<Fixture.minutes)
        )
        #expect(
            brought.samples[series("b", cluster: "one")] == expected("b", 0..<Fixture.minutes)
        )
        #expect(brought.report.read == 2 * Fixture.minutes)
    }

    @Test func `an expression is evaluated at whole steps and gets its name`() async throws {
        let server = try PrometheusServer(samples: Fixture.samples, in: try ServerFolder())
        defer { withExtendedLifetime(server) {} }
        let query = PrometheusQuery("sum(fixture_load{place=\"b\"}) * 8", record: "load:sum")
        var source = source(server.address, [query])
        source.step = 300
        source.backfill = 86_400
        let brought = await Fixture.collect(source)
        let name = Series(metric: "load:sum")
        let minutes = stride(from: Fixture.minutes - 1440 + 5, to: Fixture.minutes, by: 5)
        #expect(brought.samples[name] == minutes.map { "\(Fixture.time($0)) \(Double($0))" })
    }

    @Test func `a collection that was cut off goes on where it was, and the next night as well`()
        async throws
    {
        let server = try PrometheusServer(samples: Fixture.samples, in: try ServerFolder())
        defer { withExtendedLifetime(server) {} }
        let source = source(
            server.address,
            [
                PrometheusQuery("fixture_load{place=\"b\"}"),
                PrometheusQuery("fixture_load * 8 + 0", record: "eight"),
            ]
        )
        let day = Fixture.now.adding(seconds: -86_400)
        let cut = await Fixture.collect(source, now: day, batches: 25)
        #expect(cut.error == "Full()")
        let rest = await Fixture.collect(source, now: day, cursors: cut.cursors)
        let night = await Fixture.collect(source, cursors: rest.cursors)
        let all = [cut, rest, night].flatMap { $0.samples[series("b")] ?? [] }
        #expect(all == expected("b", 0..<Fixture.minutes))
        let eight = Series(metric: "eight", labels: [Label("place", "b")])
        let eights = [cut, rest, night].flatMap { $0.samples[eight] ?? [] }
        #expect(eights == (0..<Fixture.minutes).map { "\(Fixture.time($0)) \(Double($0))" })
        #expect(rest.samples[eight] != nil)
        let again = await Fixture.collect(source, cursors: night.cursors)
        #expect(again.samples.isEmpty)
    }

    @Test func `what is wrong with a query is said in the server's words`() async throws {
        let server = try PrometheusServer(samples: Fixture.samples, in: try ServerFolder())
        defer { withExtendedLifetime(server) {} }
        let broken = await Fixture.collect(source(server.address, [PrometheusQuery("sum(")]))
        #expect(
            broken.error
                == "\(server.address)/api/v1/query_range refused with status 400: bad_data: "
                + "1:5: parse error: unclosed left parenthesis."
        )
        let nameless = PrometheusQuery("fixture_load + 1")
        let error = await Fixture.collect(source(server.address, [nameless])).error
        #expect(
            error
                == "The query fixture_load + 1 cannot be used: its result has no metric name. "
                + "Give it one: {record: NAME, expr: …}."
        )
    }

    @Test
    func `a server behind basic authorization and mutual TLS is read with its kinds of metrics`()
        async throws
    {
        let server = try PrometheusServer(in: try ServerFolder())
        defer { withExtendedLifetime(server) {} }
        let folder = try ServerFolder()
        let certificates = try TestCertificates(in: folder)
        try folder.write("d8s:{PLAIN}open sesame", to: "users")
        let front = try NginxServer(
            certificates.mutualDirectives
                + """
                location /prom/ {
                  auth_basic here; auth_basic_user_file users; gzip on; gzip_types *;
                  proxy_pass \(server.address)/;
                }
                """,
            isSecure: true,
            in: folder
        )
        defer { withExtendedLifetime(front) {} }
        let own = try PrometheusServer(
            targets: ["127.0.0.1:\(server.port)"],
            in: try ServerFolder()
        )
        defer { withExtendedLifetime(own) {} }
        _ = own
        var source = source("https://127.0.0.1:\(front.port)/prom", [PrometheusQuery("up")])
        source.access.authorities = certificates.authority
        source.access.certificate = certificates.client
        source.access.key = certificates.clientKey
        #expect(await Fixture.collect(source).error?.contains("refused with status 401") == true)
        let password = try folder.write("open sesame", to: "password")
        source.access.authorization = .basic(user: "d8s", password: .file(password))
        #expect(await Fixture.collect(source).error == nil)
    }
}
