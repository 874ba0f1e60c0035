import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct AlertmanagerSourceTests {
    /// Recorded from prometheus-alertmanager 0.25.0-1+b4 of Debian 12 after two alerts were posted.
    private let answer = """
        [{"annotations":{},"endsAt":"2026-11-21T09:54:53.906Z","fingerprint":"1aad4c3f49134929",\
        "receivers":[{"name":"none"}],"startsAt":"2026-11-21T08:00:00.000Z","status":{"inhibitedBy":[],\
        "silencedBy":[],"state":"active"},"updatedAt":"2026-11-21T09:49:53.906Z","labels":\
        {"alertname":"DiskFull","instance":"db1:9100","severity":"warning"}},{"annotations":\
        {"description":"5xx for 10 minutes","summary":"Checkout answers 7 % of requests with errors"},\
        "endsAt":"2026-11-21T09:54:53.906Z","fingerprint":"3507317d3bd5895e","receivers":\
        [{"name":"none"}],"startsAt":"2026-11-20T22:13:05.123+01:00","status":{"inhibitedBy":[],\
        "silencedBy":[],"state":"active"},"updatedAt":"2026-11-21T09:49:53.906Z","generatorURL":\
        "http://prometheus:9090/graph?g0.expr=rate","labels":{"alertname":"HighErrorRate",\
        "instance":"10.0.0.7:8080","service":"checkout","severity":"critical"}}]
        """

    private func collect(now: Instant) async throws -> (Delivered, [String]) {
        let server = RecordedServer([("/am/api/v2/alerts", answer)])
        let delivered = try await Delivered.collect(
            "alertmanager",
            ["url": "http://alertmanager:9093/am/"],
            from: server,
            now: now
        )
        return (delivered, server.targets)
    }

    @Test func `alerts are read from what Alertmanager answered`() async throws {
        let (delivered, targets) = try await collect(now: "2026-11-21T09:50:00Z")
        #expect(targets == ["/am/api/v2/alerts"])
        #expect(
            delivered.alerts == [
                Alert(
                    series: Series(
                        metric: "ALERTS",
                        labels: [
                            Label("alertname", "DiskFull"), Label("instance", "db1:9100"),
                            Label("severity", "warning"),
                        ]
                    ),
                    started: "2026-11-21T08:00:00Z"
                ),
                Alert(
                    series: Series(
                        metric: "ALERTS",
                        labels: [
                            Label("alertname", "HighErrorRate"), Label("severity", "critical"),
                            Label("instance", "10.0.0.7:8080"), Label("service", "checkout"),
                        ]
                    ),
                    started: "2026-11-20T21:13:05.123Z",
                    summary: "Checkout answers 7 % of requests with errors",
                    description: "5xx for 10 minutes",
                    url: "http://prometheus:9090/graph?g0.expr=rate"
                ),
            ]
        )
    }

    @Test func `an end that has passed is an end`() async throws {
        let (delivered, _) = try await collect(now: "2026-11-21T10:00:00Z")
        #expect(delivered.alerts.allSatisfy { $0.ended == "2026-11-21T09:54:53.906Z" })
    }
}
