import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@testable import D8SCommands

struct GitHubSourceTests {
    private let repository = ["owner": "Codertocat", "repository": "Hello-World"]
    private let path = "/repos/Codertocat/Hello-World"

    /// Four deployments in the form of docs.github.com: one that failed, one that went out and was
    /// replaced, one that is on its way, one that nobody has spoken of.
    private let deployments = """
        [{"id":4,"sha":"d4","ref":"main","environment":"production","created_at":"2026-11-19T12:00:00Z"},
         {"id":3,"sha":"c3","ref":"main","environment":"production","created_at":"2026-11-19T11:00:00Z"},
         {"id":2,"sha":"b2","ref":"main","environment":"staging","created_at":"2026-11-19T10:00:00Z"},
         {"id":1,"sha":"a1","ref":"v1","environment":"production","created_at":"2026-11-19T09:00:00Z"}]
        """

    @Test func `a deployment ends with its newest status that says so`() async throws {
        let server = RecordedServer([
            (
                "\(path)/deployments/1/",
                """
                [{"state":"inactive","created_at":"2026-11-19T11:30:00Z"},
                 {"state":"success","created_at":"2026-11-19T09:06:00Z"},
                 {"state":"in_progress","created_at":"2026-11-19T09:05:00Z"},
                 {"state":"failure","created_at":"2026-11-19T09:03:00Z"},
                 {"state":"in_progress","created_at":"2026-11-19T09:01:00Z"},
                 {"state":"queued","created_at":"2026-11-19T09:00:01Z"}]
                """
            ),
            ("\(path)/deployments/2/", #"[{"state":"error","created_at":"2026-11-19T10:02:00Z"}]"#),
            (
                "\(path)/deployments/3/",
                #"[{"state":"in_progress","created_at":"2026-11-19T11:01:00Z"}]"#
            ),
            ("\(path)/deployments/4/", "[]"),
            ("\(path)/deployments", deployments),
        ])
        let delivered = try await Delivered.collect(
            "github",
            repository,
            requests: ["deployments"],
            from: server,
            now: "2026-11-20T00:00:00Z"
        )
        #expect(delivered.error == nil)
        #expect(delivered.report?.problems.isEmpty == true)
        #expect(
            delivered.deployments == [
                Deployment(
                    service: "Hello-World",
                    environment: "staging",
                    id: "2",
                    revision: "b2",
                    started: "2026-11-19T10:00:00Z",
                    finished: "2026-11-19T10:02:00Z",
                    status: .failure
                ),
                Deployment(
                    service: "Hello-World",
                    environment: "production",
                    id: "1",
                    revision: "a1",
                    started: "2026-11-19T09:01:00Z",
                    finished: "2026-11-19T09:06:00Z",
                    status: .success
                ),
            ]
        )
        #expect(
            server.targets == [
                "\(path)/deployments?per_page=100", "\(path)/deployments/4/statuses?per_page=100",
                "\(path)/deployments/3/statuses?per_page=100",
                "\(path)/deployments/2/statuses?per_page=100",
                "\(path)/deployments/1/statuses?per_page=100",
            ]
        )
    }

    @Test(.enabled(if: RecordedPayloads.isThere, "shared/data is not there"))
    func `the deployment that GitHub's own example tells of is read`() async throws {
        let deployment = try RecordedPayloads.member("deployment", of: "deployment/payload.json")
        let status = try RecordedPayloads.member(
            "deployment_status",
            of: "deployment_status/payload.json"
        )
        let server = RecordedServer([
            ("\(path)/deployments/145988746/", "[\(status)]"),
            ("\(path)/deployments", "[\(deployment)]"),
        ])
        let delivered = try await Delivered.collect(
            "github",
            repository.merging(["service": "hello"]) { $1 },
            from: server,
            now: "2019-05-16T00:00:00Z"
        )
        // payload.json: created_at 15:20:53Z; its status `success` at 15:20:55Z.
        #expect(
            delivered.deployments == [
                Deployment(
                    service: "hello",
                    environment: "production",
                    id: "145988746",
                    revision: "f95f852bd8fca8fcc58a9a2d6c842781e32a215e",
                    started: "2019-05-15T15:20:53Z",
                    finished: "2019-05-15T15:20:55Z",
                    status: .success
                )
            ]
        )
    }

    @Test(.enabled(if: RecordedPayloads.isThere, "shared/data is not there"))
    func `workflow runs are read from what GitHub answered`() async throws {
        let list = try RecordedPayloads.list("github/raw_tables/_raw_github_api_runs.csv")
        let server = RecordedServer([
            ("/repos/panjf2000/ants/actions/runs", #"{"total_count":35,"workflow_runs":\#(list)}"#)
        ])
        let delivered = try await Delivered.collect(
            "github",
            ["owner": "panjf2000", "repository": "ants"],
            requests: ["workflow_runs"],
            from: server,
            now: "2022-09-04T00:00:00Z"
        )
        #expect(delivered.report?.rejected == 0)
        #expect(
            delivered.runs.first
                == Run(
                    id: "2983238245",
                    kind: .pipeline,
                    name: "CodeQL #158",
                    pipeline: "CodeQL",
                    namespace: "panjf2000/ants",
                    service: "ants",
                    created: "2022-09-03T05:15:09Z",
                    started: "2022-09-03T05:15:09Z",
                    finished: "2022-09-03T05:16:16Z",
                    status: .success,
                    reason: "success"
                )
        )
        // Conclusions in the file (cut by hand from a count of its rows): success 18, neutral 1;
        // failure 3, startup_failure 1; cancelled, skipped, stale 1 each; timed_out 1; none with
        // in_progress 2; action_required 1; none with a word in capitals 5.
        let counts = Dictionary(grouping: delivered.runs, by: \.status).mapValues(\.count)
        #expect(
            counts == [
                .success: 19, .failure: 4, .cancelled: 3, .timeout: 1, .running: 2, .pending: 1,
                .unknown: 5,
            ]
        )
        let running = delivered.runs.filter { $0.status == .running }
        #expect(running.allSatisfy { $0.finished == nil && $0.started != nil })
    }

    @Test(.enabled(if: RecordedPayloads.isThere, "shared/data is not there"))
    func `issues with the label are incidents, pull requests are not`() async throws {
        let list = try RecordedPayloads.list("github/raw_tables/_raw_github_api_issues.csv")
        let server = RecordedServer([("/repos/panjf2000/ants/issues", list)])
        let delivered = try await Delivered.collect(
            "github",
            ["owner": "panjf2000", "repository": "ants", "incident_label": "bug"],
            requests: ["incidents"],
            from: server,
            now: "2019-09-01T00:00:00Z"
        )
        // 42 rows, 16 of them with `pull_request`.
        #expect(delivered.incidents.count == 26)
        let first = delivered.incidents.first
        #expect(first?.id == "5")
        #expect(first?.opened == "2018-08-02T03:09:57Z")
        #expect(first?.resolved == "2018-08-03T15:32:00Z")
        let query = "?labels=bug&state=all&since=2019-06-03T00%3A00%3A00Z&sort=updated"
        #expect(server.targets.first?.hasPrefix("/repos/panjf2000/ants/issues" + query) == true)
    }

    @Test(.enabled(if: RecordedPayloads.isThere, "shared/data is not there"))
    func `releases are deployments for those who choose them`() async throws {
        let release = try RecordedPayloads.member("release", of: "release/published.payload.json")
        let server = RecordedServer([("\(path)/releases", "[\(release)]")])
        let delivered = try await Delivered.collect(
            "github",
            repository,
            requests: ["releases"],
            from: server,
            now: "2019-05-16T00:00:00Z"
        )
        #expect(
            delivered.deployments == [
                Deployment(
                    service: "Hello-World",
                    environment: "production",
                    id: "release-17372790",
                    name: "0.0.1",
                    finished: "2019-05-15T15:20:53Z",
                    status: .success
                )
            ]
        )
    }
}
