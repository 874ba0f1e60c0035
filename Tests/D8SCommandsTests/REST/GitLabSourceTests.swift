import D8SCollect
import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SCommands

@Suite(.enabled(if: RecordedPayloads.isThere, "shared/data is not there"))
struct GitLabSourceTests {
    private let project = ["project": "acme/checkout", "service": "checkout"]
    private let path = "/api/v4/projects/acme%2Fcheckout"

    private func collect(
        _ request: String,
        _ answers: [(String, String)],
        now: Instant
    ) async throws -> (Delivered, [String]) {
        let server = RecordedServer(answers)
        let delivered = try await Delivered.collect(
            "gitlab",
            project,
            requests: [request],
            from: server,
            now: now
        )
        return (delivered, server.targets)
    }

    @Test func `deployments that have ended are read`() async throws {
        let list = try RecordedPayloads.list("gitlab/raw_tables/_raw_gitlab_api_deployments.csv")
        let (delivered, targets) = try await collect(
            "deployments",
            [("\(path)/deployments", list)],
            now: "2019-03-14T00:00:00Z"
        )
        #expect(
            targets == [
                "\(path)/deployments?updated_after=2018-12-14T00%3A00%3A00Z&order_by=updated_at&sort=asc"
                    + "&per_page=100"
            ]
        )
        // By hand from the file; 13436763, 13436778 and 13436986 have not ended.
        #expect(
            delivered.deployments == [
                Deployment(
                    service: "checkout",
                    environment: "staging",
                    id: "13426753",
                    revision: "add237f6852e6108ee8e0246780a54ce909c6087",
                    started: "2019-03-13T14:17:33.559Z",
                    finished: "2019-03-13T14:17:47.640Z",
                    status: .success
                ),
                Deployment(
                    service: "checkout",
                    environment: "staging",
                    id: "13432768",
                    revision: "35c3a3d82586fa0bcdb2a73b812081ece4e83429",
                    started: "2019-03-13T14:55:21.182Z",
                    finished: "2019-03-13T15:02:23.332Z",
                    status: .failure
                ),
                Deployment(
                    service: "checkout",
                    environment: "production",
                    id: "13436532",
                    revision: "35c3a3d82586fa0bcdb2a73b812081ece4e83429",
                    started: "2019-03-13T15:21:07.335Z",
                    finished: "2019-03-13T15:21:27.825Z",
                    status: .cancelled
                ),
            ]
        )
        // `completed` and `undeployed` are no words of GitLab's API.
        #expect(delivered.report?.problems.map(\.line) == [2, 8])
        #expect(delivered.report?.problems.first?.reason.contains("`completed`") == true)
    }

    @Test func `pipelines are runs`() async throws {
        let list = try RecordedPayloads.list("gitlab/raw_tables/_raw_gitlab_api_pipeline.csv")
        let (delivered, _) = try await collect(
            "pipelines",
            [("\(path)/pipelines", list)],
            now: "2022-03-08T00:00:00Z"
        )
        #expect(delivered.report?.rejected == 0)
        // By hand from the file: failed 17, running 3, success 1, canceled 1, skipped 1; created,
        // waiting_for_resource, preparing, pending, manual and scheduled 1 each.
        let counts = Dictionary(grouping: delivered.runs, by: \.status).mapValues(\.count)
        #expect(counts == [.failure: 17, .running: 3, .success: 1, .cancelled: 2, .pending: 6])
        let failed = delivered.runs.first { $0.id == "485905167" }
        #expect(
            failed
                == Run(
                    id: "485905167",
                    kind: .pipeline,
                    name: "#19",
                    pipeline: "acme/checkout",
                    namespace: "acme/checkout",
                    service: "checkout",
                    created: "2022-03-07T09:02:09.994Z",
                    finished: "2022-03-07T09:13:37.013Z",
                    status: .failure,
                    reason: "failed"
                )
        )
        #expect(delivered.runs.filter { $0.status == .running }.allSatisfy { $0.finished == nil })
    }

    @Test func `each pipeline can be asked for its times`() async throws {
        let details = try RecordedPayloads.list(
            "gitlab/raw_tables/_raw_gitlab_api_pipeline_details.csv"
        )
        let first = try RecordedPayloads.first(of: details)
        let (delivered, targets) = try await collect(
            "pipeline_details",
            [
                ("\(path)/pipelines/1078343570", first),
                ("\(path)/pipelines?", "[\(first)]"),
            ],
            now: "2023-11-22T00:00:00Z"
        )
        #expect(targets.last == "\(path)/pipelines/1078343570")
        #expect(delivered.runs.first?.created == "2023-11-20T07:17:08.753Z")
        #expect(delivered.runs.first?.started == "2023-11-20T07:17:10.123Z")
        #expect(delivered.runs.first?.finished == "2023-11-21T01:54:29.748Z")
    }

    /// The recorded project has no incidents: two of its issues are made some.
    @Test func `issues of the type incident are incidents`() async throws {
        let list = try RecordedPayloads.list("gitlab/raw_tables/_raw_gitlab_api_issues.csv")
        var parts = list.components(separatedBy: #""issue_type": "issue""#)
        if parts.count == 1 { parts = list.components(separatedBy: #""issue_type":"issue""#) }
        try #require(parts.count == 17)
        let answer =
            parts[0] + #""issue_type":"incident""# + parts[1] + #""issue_type":"issue""#
            + parts[2] + #""issue_type":"incident""#
            + parts[3...].joined(separator: #""issue_type":"issue""#)
        let (delivered, _) = try await collect(
            "incidents",
            [("\(path)/issues?issue_type=incident&scope=all&", answer)],
            now: "2022-07-01T00:00:00Z"
        )
        #expect(delivered.incidents.map(\.id) == ["1", "3"])
        #expect(
            delivered.incidents.map(\.opened) == [
                "2019-06-20T15:04:58.946Z", "2019-08-07T13:52:40.231Z",
            ]
        )
        #expect(delivered.incidents.map(\.resolved) == ["2019-06-28T14:32:05.376Z", nil])
        #expect(delivered.incidents.first?.title == "Add documentation to snowflake spend package")
    }
}
