import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct PostgRESTSourceTests {
    private let table = [
        "url": "https://acme.supabase.co/rest/v1", "table": "orders_per_hour", "time": "hour",
        "value": "orders", "metric": "orders", "labels": "region, channel",
    ]

    @Test func `a view of numbers becomes series`() async throws {
        let server = RecordedServer([
            (
                "/rest/v1/orders_per_hour?",
                """
                [{"hour":"2026-11-19T00:00:00+00:00","region":"eu","channel":"web","orders":12,"note":"x",
                  "d8s_time":"2026-11-19T00:00:00+00:00","d8s_value":12},
                 {"hour":"2026-11-19T00:00:00.123456+01:00","region":"us","channel":null,"orders":7.5,
                  "d8s_time":"2026-11-19T01:00:00.123456+01:00","d8s_value":7.5},
                 {"hour":"2026-11-19T01:00:00","region":"eu","channel":"web","orders":9,
                  "d8s_time":"2026-11-19T01:00:00","d8s_value":9},
                 {"hour":"2026-11-19","region":"eu","channel":"web","orders":null,
                  "d8s_time":"2026-11-19","d8s_value":null}]
                """
            )
        ])
        let delivered = try await Delivered.collect(
            "postgrest",
            table,
            from: server,
            now: "2026-11-20T00:00:00Z",
            cursors: ["samples": "2026-11-18T01:00:00Z"]
        )
        let eu = Series(metric: "orders", labels: [Label("region", "eu"), Label("channel", "web")])
        let us = Series(metric: "orders", labels: [Label("region", "us")])
        // date -u -d 2026-11-19 +%s → 1795046400
        #expect(
            delivered.columns.prefix(2) == [
                SampleColumn(
                    series: eu,
                    times: [1_795_046_400_000, 1_795_050_000_000],
                    values: [12, 9]
                ),
                SampleColumn(series: us, times: [1_795_046_400_123], values: [7.5]),
            ]
        )
        #expect(
            delivered.report?.problems.first?.description
                == "https://acme.supabase.co/rest/v1/orders_per_hour:4: value: is missing"
        )
        #expect(
            server.targets.first
                == "/rest/v1/orders_per_hour?select=%2A%2Cd8s_time%3Ahour%2Cd8s_value%3Aorders"
                + "&hour=gte.2026-11-18T00%3A00%3A00Z&order=hour.asc&offset=0&limit=1000"
        )
        #expect(delivered.batches.first?.cursors["samples"] == "2026-11-19T01:00:00Z")
    }

    @Test func `a table of events becomes records`() async throws {
        let server = RecordedServer([
            (
                "/deploys?",
                """
                [{"service":"checkout","environment":"production","id":81,"name":"v1.4","revision":"abc",
                  "started":"2026-11-19T08:00:00Z","finished":"2026-11-19T08:04:00Z","status":"failed",
                  "rework":"hotfix","d8s_time":"2026-11-19T08:04:00Z"},
                 {"service":"checkout","environment":"production","id":82,"name":null,"revision":null,
                  "started":null,"finished":null,"status":"running","d8s_time":"2026-11-19T09:00:00Z"}]
                """
            )
        ])
        let delivered = try await Delivered.collect(
            "postgrest",
            ["url": "http://127.0.0.1:3000", "table": "deploys", "time": "changed"],
            requests: ["deployments"],
            from: server,
            now: "2026-11-20T00:00:00Z"
        )
        #expect(
            delivered.deployments == [
                Deployment(
                    service: "checkout",
                    environment: "production",
                    id: "81",
                    name: "v1.4",
                    revision: "abc",
                    started: "2026-11-19T08:00:00Z",
                    finished: "2026-11-19T08:04:00Z",
                    status: .failure,
                    rework: .hotfix
                )
            ]
        )
        #expect(delivered.report?.rejected == 0)
    }
}
