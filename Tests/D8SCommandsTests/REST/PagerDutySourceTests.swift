import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct PagerDutySourceTests {
    @Test(.enabled(if: RecordedPayloads.isThere, "shared/data is not there"))
    func `incidents are read from what PagerDuty answered`() async throws {
        let list = try RecordedPayloads.list("pagerduty/raw_tables/_raw_pagerduty_incidents.csv")
        let server = RecordedServer([
            (
                "/incidents?since=2022-11-03",
                #"{"incidents":\#(list),"limit":100,"offset":0,"total":null,"more":false}"#
            )
        ])
        let delivered = try await Delivered.collect(
            "pagerduty",
            ["service_id": "PIKL83L"],
            from: server,
            now: "2022-11-04T00:00:00Z",
            cursors: ["incidents": "2022-11-03T00:00:00Z"]
        )
        // By hand from the file; the third one was resolved when its status changed last.
        #expect(
            delivered.incidents == [
                Incident(
                    service: "DevService",
                    id: "Q3YON8WNWTZMRQ",
                    title: "Crash reported",
                    opened: "2022-11-03T06:23:06Z",
                    severity: "high"
                ),
                Incident(
                    service: "DevService",
                    id: "Q3CZAU7Q4008QD",
                    title: "Slow startup",
                    opened: "2022-11-03T06:44:28Z",
                    severity: "high"
                ),
                Incident(
                    service: "DevService",
                    id: "Q1OHFWFP3GPXOG",
                    title: "Spamming logs",
                    opened: "2022-11-03T06:45:36Z",
                    resolved: "2022-11-03T06:51:44Z",
                    severity: "low"
                ),
            ]
        )
        #expect(
            server.targets
                == [
                    "/incidents?since=2022-10-04T00%3A00%3A00Z&until=2022-11-03T00%3A00%3A00Z&time_zone=UTC"
                        + "&sort_by=created_at%3Aasc&service_ids%5B%5D=PIKL83L&offset=0&limit=100",
                    "/incidents?since=2022-11-03T00%3A00%3A00Z&until=2022-11-04T00%3A00%3A00Z&time_zone=UTC"
                        + "&sort_by=created_at%3Aasc&service_ids%5B%5D=PIKL83L&offset=0&limit=100",
                ]
        )
    }

    /// Members as in PagerDuty's API reference, "List incidents".
    @Test func `a priority is worth more than an urgency, and a service can be renamed`()
        async throws
    {
        let server = RecordedServer([
            (
                "/incidents",
                """
                {"incidents":[{"id":"PT4KHLK","type":"incident","summary":"[#1234] The server is on fire.",
                "created_at":"2015-10-06T21:30:42Z","updated_at":"2015-10-06T21:40:23Z","status":"resolved",
                "service":{"id":"PIJ90N7","type":"service_reference","summary":"My Mail Service"},
                "last_status_change_at":"2015-10-06T21:45:00Z","resolved_at":"2015-10-06T21:38:23Z",
                "priority":{"id":"P53ZZH5","type":"priority_reference","summary":"P2"},"urgency":"high"}],
                "limit":100,"offset":0,"more":false}
                """
            )
        ])
        let delivered = try await Delivered.collect(
            "pagerduty",
            ["service": "mail"],
            from: server,
            now: "2015-10-07T00:00:00Z",
            cursors: ["incidents": "2015-10-06T00:00:00Z"]
        )
        #expect(
            delivered.incidents.first
                == Incident(
                    service: "mail",
                    id: "PT4KHLK",
                    title: "[#1234] The server is on fire.",
                    opened: "2015-10-06T21:30:42Z",
                    resolved: "2015-10-06T21:38:23Z",
                    severity: "P2"
                )
        )
        #expect(server.targets.allSatisfy { !$0.contains("service_ids") })
    }
}
