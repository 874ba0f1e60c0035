import D8SModel
import Foundation
import Testing

@testable import D8SCollect

struct EventFilesTests {
    private func read(_ text: String) throws -> (batch: RecordBatch, report: CollectReport) {
        let file = try ImportFixture(text, name: "events.json")
        var all = RecordBatch()
        let report = try EventFiles(paths: [file.path]).read { batch in
            all.deployments += batch.deployments
            all.changes += batch.changes
            all.incidents += batch.incidents
            all.runs += batch.runs
            all.services += batch.services
        }
        return (all, report)
    }

    /// On one line, as a spool of events has it.
    private func line(_ event: String) -> String {
        event.split(separator: "\n").joined(separator: " ")
    }

    @Test func `a service that is deployed and rolled back is two deployments`() throws {
        let events = [EventExamples.serviceDeployed, EventExamples.serviceRolledBack]
        let (batch, report) = try read(events.joined(separator: "\n"))
        #expect(report.problems == [] && report.read == 2)
        #expect(batch.deployments.map(\.rework) == [nil, .rollback])
        let first = try #require(batch.deployments.first)
        #expect(first.service == "mySubject123" && first.environment == "test123")
        #expect(first.id == "271069a8-fc18-44f1-b38f-9d70a1695819")
        #expect(first.revision == nil && first.name == nil)
        #expect("\(first.finished)" == "2023-03-20T14:27:05.315Z")
        #expect("\(try #require(report.newest))" == "2023-03-20T14:28:05.315Z")
    }

    @Test(arguments: [false, true])
    func `an incident is one record of its events, in any order`(_ isReversed: Bool) throws {
        let events = [EventExamples.incidentDetected, EventExamples.incidentResolved].map(line)
        let (batch, report) = try read(
            (isReversed ? events.reversed() : events).joined(separator: "\n")
        )
        #expect(report.problems == [] && batch.incidents.count == 1)
        let incident = try #require(batch.incidents.first)
        #expect(incident.service == "myApp" && incident.id == "incident-123")
        #expect(incident.title == "Response time above threshold of 100ms")
        #expect("\(incident.opened)" == "2022-11-11T13:52:20.079Z")
        #expect(incident.resolved.map { "\($0)" } == "2022-11-11T14:12:20.079Z")
    }

    @Test func `what was resolved but never detected is left out and said`() throws {
        let (batch, report) = try read(EventExamples.incidentResolved)
        #expect(batch.incidents.isEmpty)
        #expect(
            report.notes == [
                "Incidents left out, since they were resolved but not detected or reported: 1."
            ]
        )
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
    func `a run is one record of its events, in any order`(_ order: [Int]) throws {
        let name = #""pipelineName": "myPipeline", "url": "https://www.example.com/mySubject123""#
        let outcome = #", "outcome": "failure", "errors": "Something went wrong""#
        let events = [
            EventExamples.pipelineRun("queued", at: "2023-03-20T14:25:00Z", name),
            EventExamples.pipelineRun("started", at: "2023-03-20T14:26:00Z", name),
            EventExamples.pipelineRun("finished", at: "2023-03-20T14:27:00Z", name + outcome),
        ]
        let (batch, report) = try read(order.map { line(events[$0]) }.joined(separator: "\n"))
        #expect(report.problems == [] && batch.runs.count == 1)
        let run = try #require(batch.runs.first)
        #expect(run.id == "/event/source/123#mySubject123" && run.kind == .pipeline)
        #expect(run.pipeline == "myPipeline" && run.status == .failure && run.reason == "failure")
        #expect(run.message == "Something went wrong")
        #expect("\(run.created)" == "2023-03-20T14:25:00Z")
        #expect(run.started.map { "\($0)" } == "2023-03-20T14:26:00Z")
        #expect(run.finished.map { "\($0)" } == "2023-03-20T14:27:00Z")
    }

    @Test func `a task's run knows its pipeline's`() throws {
        let run = try #require(try read(EventExamples.taskRunFinished).batch.runs.first)
        #expect(run.kind == .task && run.task == "myTask" && run.pipeline == "myTask")
        #expect(run.parent == "/event/source/123#mySubject123" && run.status == .failure)
    }

    @Test func `a change has its lead time from its creation`() throws {
        let created = EventExamples.changeMerged
            .replacingOccurrences(of: "change.merged", with: "change.created")
            .replacingOccurrences(of: "14:27:05.315384Z", with: "11:00:00Z")
        let (batch, _) = try read(created + EventExamples.changeMerged)
        let change = try #require(batch.changes.first)
        #expect(change.service == "TestRepo/TestOrg" && change.revision == "mySubject123")
        #expect("\(change.authored)" == "2023-03-20T11:00:00Z")
        #expect(change.merged.map { "\($0)" } == "2023-03-20T14:27:05.315Z")
        let alone = try read(EventExamples.changeMerged)
        #expect(alone.batch.changes.isEmpty)
        #expect(
            alone.report.notes == [
                "Changes left out, since they were merged but not created: 1."
            ]
        )
    }

    @Test func `CloudEvents hold their event plain or in Base64`() throws {
        let base64 = Data(EventExamples.incidentDetected.utf8).base64EncodedString()
        let head =
            #"{"specversion": "1.0", "id": "1", "source": "/s", "time": "2026-01-01T00:00:00Z","#
        let events = [
            head + #""type": "dev.cdevents.service.deployed.0.2.0", "data": "#
                + line(EventExamples.serviceDeployed) + "}",
            head + #""type": "dev.cdevents.incident.detected.0.3.0", "data_base64": ""# + base64
                + "\"}",
            head + #""type": "deployment", "data": {"service": "a", "time": 1767225600}}"#,
        ]
        for text in [events.joined(separator: "\n"), "[\(events.joined(separator: ",\n"))]"] {
            let (batch, report) = try read(text)
            #expect(report.problems == [] && report.read == 3)
            #expect(batch.deployments.map(\.service) == ["mySubject123", "a"])
            #expect(batch.incidents.map(\.service) == ["myApp"])
        }
    }

    @Test func `types that tell nothing are counted and said once`() throws {
        let (batch, report) = try read(EventExamples.batch)
        #expect(report.read == 2 && report.problems == [] && batch.count == 0)
        #expect(
            report.notes == [
                "Events of types that tell nothing of a record: 2, of type com.example.someevent (1),"
                    + " com.example.someotherevent (1)."
            ]
        )
    }

    @Test func `events of our own kinds have the fields of imported files`() throws {
        let text = """
            {"type": "deployment", "service": "a", "sha": "4f1e", "finished_at": "2026-11-01T00:00Z"}
            {"type": "incident", "service": "a", "id": 7, "opened": "2026-11-01T01:00:00Z"}
            {"type": "run", "id": "r", "pipeline": "build", "kind": "job", "started": 1767225600,
            {"type": "run", "id": "r", "pipeline": "build", "kind": "job", "status": "ok",
            {"type": "run", "id": "r", "pipeline": "b", "kind": "job", "status": "ok", "start": 1767225600}
            {"type": "change", "service": "a"}
            {"type": "deployment", "service": "a", "finished": "soon"}
            nonsense
            """
        let (batch, report) = try read(text)
        #expect(batch.deployments.map(\.revision) == ["4f1e"] && batch.incidents.map(\.id) == ["7"])
        #expect(batch.runs.map(\.kind) == [.task] && batch.runs.map(\.status) == [.success])
        let problems = report.problems.map { "\($0.line ?? 0) \($0.column ?? "-") \($0.reason)" }
        #expect(problems.count == 5, "\(problems)")
        #expect(problems[0].hasPrefix("3 - is no JSON at"))
        #expect(problems[2] == "6 revision is empty")
        #expect(problems[3] == "7 finished `soon` is no ISO 8601 time and no Unix time")
        #expect(problems[4].hasPrefix("8 - is no JSON at"))
    }

    @Test func `the files of a folder are read as one, by name`() throws {
        let first = try ImportFixture(EventExamples.incidentDetected, name: "1.json")
        let folder = URL(fileURLWithPath: first.path).deletingLastPathComponent().path
        try EventExamples.incidentResolved.write(
            toFile: folder + "/2.json",
            atomically: false,
            encoding: .utf8
        )
        for path in [folder, folder + "/", folder + "/*.json", folder + "/[12].json"] {
            var incidents: [Incident] = []
            let report = try EventFiles(paths: [path]).read { incidents += $0.incidents }
            #expect(report.read == 2 && incidents.count == 1 && incidents[0].resolved != nil)
        }
    }

    @Test(
        arguments: [
            ("pkg:github/a/b@4f1e", "4f1e", "4f1e"), ("pkg:npm/%40a/b@1.2.3", nil, "1.2.3"),
            ("pkg:oci/a@sha256%3Aab?tag=v1", nil, "v1"),
            ("pkg:oci/a@sha256:ab?vcs_url=git%2Bhttps://g.org/a.git%40c0ffee", "c0ffee", nil),
        ] as [(String, String?, String?)]
    )
    func `an artifact's address may name its commit`(
        _ text: String,
        _ revision: String?,
        _ label: String?
    ) throws {
        let url = try #require(PackageURL(text))
        #expect(url.revision == revision && url.label == label)
    }
}
