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

    private func collect(
        now: Instant,
        filter: String = "",
        answer: String? = nil,
        after earlier: Delivered? = nil
    ) async throws -> (Delivered, [String]) {
        let server = RecordedServer([("/am/api/v2/alerts", answer ?? self.answer)])
        let delivered = try await Delivered.collect(
            "alertmanager",
            ["url": "http://alertmanager:9093/am/", "filter": filter],
            from: server,
            now: now,
            cursors: earlier?.cursors ?? [:]
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

    @Test func `an alert that is gone from the next answer ended by then`() async throws {
        let (first, _) = try await collect(now: "2026-11-21T09:50:00Z")
        let end = try #require(answer.firstRange(of: ",{\"annotations\":{\"description"))
        let disk = answer[..<end.lowerBound] + "]"
        let (second, _) = try await collect(
            now: "2026-11-21T09:53:00Z",
            answer: String(disk),
            after: first
        )
        let gone = try #require(first.alerts.last)
        let ended = Alert(
            series: gone.series,
            started: gone.started,
            ended: "2026-11-21T09:53:00Z"
        )
        #expect(second.alerts == [first.alerts[0], ended])
        let (third, _) = try await collect(now: "2026-11-21T09:54:00Z", answer: "[]", after: second)
        #expect(third.alerts.map(\.series) == [first.alerts[0].series])
        #expect(third.alerts.map(\.ended) == ["2026-11-21T09:54:00Z"])
    }

    @Test func `an alert that began anew ended when it did`() async throws {
        let (first, _) = try await collect(now: "2026-11-21T09:50:00Z")
        let again = answer.replacing("2026-11-21T08:00:00.000Z", with: "2026-11-21T09:51:00.000Z")
        let (second, _) = try await collect(
            now: "2026-11-21T09:53:00Z",
            answer: again,
            after: first
        )
        let disk = second.alerts.filter { $0.series == first.alerts[0].series }
        #expect(disk.map(\.started) == ["2026-11-21T09:51:00Z", "2026-11-21T08:00:00Z"])
        #expect(disk.map(\.ended) == [nil, "2026-11-21T09:51:00Z"])
    }

    @Test func `nothing is known to have ended by an answer with a row that cannot be read`()
        async throws
    {
        let (first, _) = try await collect(now: "2026-11-21T09:50:00Z")
        let (second, _) = try await collect(
            now: "2026-11-21T09:53:00Z",
            answer: #"[{"labels":{"alertname":"X"},"startsAt":"yesterday"}]"#,
            after: first
        )
        #expect(second.report?.rejected == 1)
        #expect(second.alerts.isEmpty)
        let (third, _) = try await collect(now: "2026-11-21T09:54:00Z", answer: "[]", after: second)
        #expect(third.alerts.count == 2)
    }

    @Test func `another filter is another list`() async throws {
        let (first, _) = try await collect(now: "2026-11-21T09:50:00Z")
        let (second, _) = try await collect(
            now: "2026-11-21T09:53:00Z",
            filter: "severity=\"none\"",
            answer: "[]",
            after: first
        )
        #expect(second.alerts.isEmpty)
    }

    @Test func `an end that has passed is an end`() async throws {
        let (delivered, _) = try await collect(now: "2026-11-21T10:00:00Z")
        #expect(delivered.alerts.allSatisfy { $0.ended == "2026-11-21T09:54:53.906Z" })
    }
}
