import D8SModel
import D8STestSupport
import Synchronization
import Testing

@testable import D8SCollect

/// Alerts of a server whose `ALERTS` nobody stores, in the shape of Prometheus' documentation of
/// `/api/v1/alerts`.
@Suite struct ListedAlertTests {
    private typealias Fixture = PrometheusFixture

    private static let first: Instant = "2026-11-03T12:00:00Z"
    private static let series = Series(metric: "ALERTS", labels: [Label("alertname", "Slow")])

    private func alert(_ since: String, _ name: String = "Slow") -> String {
        #"{"activeAt":"\#(since)","annotations":{"summary":"It is slow."},"#
            + #""labels":{"alertname":"\#(name)"},"state":"firing","value":"1e+00"}"#
    }

    private func collect(
        _ alerts: String,
        minutes: Double,
        after earlier: Fixture.Brought? = nil
    ) async -> Fixture.Brought {
        let server = APIServer { request in
            let isList = request.url.hasSuffix("/api/v1/alerts")
            let data = isList ? #"{"alerts":\#(alerts)}"# : #"{"resultType":"matrix","result":[]}"#
            return HTTPAnswer(json: #"{"status":"success","data":\#(data)}"#)
        }
        return await Fixture.collect(
            PrometheusSource(address: "https://api.test", queries: []),
            now: Self.first.adding(seconds: minutes * 60),
            cursors: earlier?.cursors ?? [:],
            transport: server
        )
    }

    @Test func `an alert fires while it is listed, and ends when it is not any more`() async {
        let slow = "[\(alert("2026-11-03T11:57:30.25Z"))]"
        let begun = await collect(slow, minutes: 0)
        #expect(begun.alerts.map(\.started) == ["2026-11-03T11:57:30Z"])
        let goes = await collect(slow, minutes: 10, after: begun)
        #expect(goes.alerts.map(\.started) == ["2026-11-03T11:57:30Z"])
        #expect(goes.alerts.map(\.ended) == [nil])
        let over = await collect("[]", minutes: 20, after: goes)
        let end = Alert(
            series: Self.series,
            started: "2026-11-03T11:57:30Z",
            ended: "2026-11-03T12:20:00Z"
        )
        #expect(over.alerts == [end])
        #expect(await collect("null", minutes: 30, after: over).alerts.isEmpty)
    }

    @Test func `one that fires again has ended before`() async {
        let begun = await collect("[\(alert("2026-11-03T11:57:30Z"))]", minutes: 0)
        let again = await collect("[\(alert("2026-11-03T12:05:00Z"))]", minutes: 10, after: begun)
        #expect(again.alerts.map(\.started) == ["2026-11-03T11:57:30Z", "2026-11-03T12:05:00Z"])
        #expect(again.alerts.map(\.ended) == ["2026-11-03T12:05:00Z", nil])
    }

    @Test func `an answer without the list ends nothing`() async {
        let begun = await collect("[\(alert("2026-11-03T11:57:30Z"))]", minutes: 0)
        let broken = await collect("{}", minutes: 10, after: begun)
        #expect(
            broken.error == "https://api.test answered what cannot be understood: "
                + "`alerts` is missing."
        )
        #expect(broken.alerts.isEmpty)
        #expect(await collect("[]", minutes: 20, after: broken).alerts.count == 1)
    }
}
