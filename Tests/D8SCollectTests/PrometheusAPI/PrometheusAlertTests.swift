import D8SCollect
import D8SModel
import D8STestSupport
import Foundation
import Testing

/// When alerting rules fired, from a real Prometheus.
@Suite struct PrometheusAlertTests {
    private typealias Fixture = PrometheusFixture

    /// Two times in which one alert fired, minute by minute as Prometheus writes them: from the
    /// minutes 100 to 130 (its condition true since 95 and 20 s) and from 200 on.
    private static var samples: String {
        let labels = "alertname=\"Slow\",severity=\"page\""
        var text = "# TYPE ALERTS gauge\n"
        for minute in Array(100...130) + Array(200..<Fixture.minutes) {
            text += "ALERTS{\(labels),alertstate=\"firing\"} 1 \(Fixture.time(minute) / 1000)\n"
        }
        text += "# TYPE ALERTS_FOR_STATE gauge\n"
        for minute in Array(95...130) + Array(198..<Fixture.minutes) {
            let since = Fixture.time(minute < 150 ? 95 : 198) / 1000 + 20
            text += "ALERTS_FOR_STATE{\(labels)} \(since) \(Fixture.time(minute) / 1000)\n"
        }
        return text
    }

    private func source(_ address: String) -> PrometheusSource {
        PrometheusSource(address: address, queries: [])
    }

    private static let series = Series(
        metric: "ALERTS",
        labels: [Label("alertname", "Slow"), Label("severity", "page")]
    )

    private func instant(_ minute: Int, _ second: Double = 0) -> Instant {
        Instant(milliseconds: Fixture.time(minute)).adding(seconds: second)
    }

    @Test
    func `the history of alerts has their beginnings to the second, their ends to the minute`()
        async throws
    {
        let server = try PrometheusServer(samples: Self.samples, in: try ServerFolder())
        defer { withExtendedLifetime(server) {} }
        let early = await Fixture.collect(source(server.address), now: instant(121))
        #expect(early.error == nil)
        #expect(early.alerts.map(\.series) == [Self.series])
        #expect(early.alerts.map(\.started) == [instant(95, 20)])
        #expect(early.alerts.map(\.ended) == [nil])
        #expect(
            early.alerts.first?.url
                == "\(server.address)/graph?g0.expr=ALERTS%7Balertname%3D%22Slow%22%7D"
        )
        let late = await Fixture.collect(
            source(server.address),
            now: instant(301),
            cursors: early.cursors
        )
        #expect(late.alerts.map(\.started) == [instant(95, 20), instant(198, 20)])
        #expect(late.alerts.map(\.ended) == [instant(131), nil])
    }

    @Test func `an alert that ended while nobody looked gets its end the next night`() async throws
    {
        let server = try PrometheusServer(samples: Self.samples, in: try ServerFolder())
        defer { withExtendedLifetime(server) {} }
        let early = await Fixture.collect(source(server.address), now: instant(131))
        #expect(early.alerts.map(\.ended) == [nil])
        let late = await Fixture.collect(
            source(server.address),
            now: instant(151),
            cursors: early.cursors
        )
        #expect(late.alerts.map(\.started) == [instant(95, 20)])
        #expect(late.alerts.map(\.ended) == [instant(131)])
    }

    @Test func `what fires now has its words and the time since when`() async throws {
        let folder = try ServerFolder()
        let server = try PrometheusServer(
            rules: """
                groups:
                  - name: test
                    rules:
                      - alert: Always
                        expr: vector(1)
                        labels: {severity: page}
                        annotations: {summary: It fires., description: And goes on.}
                """,
            in: folder
        )
        defer { withExtendedLifetime(server) {} }
        var brought = Fixture.Brought()
        for _ in 0..<100 where brought.alerts.isEmpty {
            try await Task.sleep(for: .milliseconds(100))
            let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            brought = await Fixture.collect(source(server.address), now: now)
        }
        let answer = try await HTTPClientTransport.shared.fetch(
            HTTPRequest(server.address + "/api/v1/alerts")
        )
        let active = try JSONValue(parsing: answer.body)["data"]?["alerts"]?[0]?["activeAt"]?.string
        let alert = try #require(brought.alerts.first)
        #expect(alert.series.description == "ALERTS{alertname=\"Always\",severity=\"page\"}")
        #expect(alert.started.description.dropLast() == (active ?? "").prefix(19))
        #expect(alert.summary == "It fires.")
        #expect(alert.description == "And goes on.")
        #expect(alert.ended == nil)
    }
}
