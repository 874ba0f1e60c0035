import D8SModel
import Testing

@testable import D8SCollect

/// Runs of Tekton, as its documentation of PipelineRuns, TaskRuns and compute resources has them.
struct TektonTests {
    private static let uid = "11111111-1111-1111-1111-111111111111"

    private static func pipelineRun(_ status: String, labels: String = "{}") -> String {
        """
        {"apiVersion":"tekton.dev/v1","kind":"PipelineRun","metadata":{"name":"build-x7k2p",
        "generateName":"build-","namespace":"ci","uid":"\(uid)","labels":\(labels),
        "creationTimestamp":"2024-05-01T10:00:00Z"},"spec":{"pipelineRef":{"name":"build"}},
        "status":\(status)}
        """
    }

    private static let ends: [(String, String, RunStatus)] = [
        ("True", "Succeeded", .success), ("True", "Completed", .success),
        ("False", "Failed", .failure), ("False", "PipelineRunTimeout", .timeout),
        ("False", "TaskRunTimeout", .timeout), ("False", "Cancelled", .cancelled),
        ("False", "TaskRunCancelled", .cancelled), ("False", "CancelledRunFinally", .cancelled),
        ("False", "StoppedRunFinally", .cancelled), ("False", "CouldntGetTask", .failure),
        ("False", "TaskRunImagePullFailed", .failure), ("False", "FailureIgnored", .failure),
        ("Unknown", "Started", .running), ("Unknown", "Running", .running),
        ("Unknown", "Cancelled", .running), ("Unknown", "CancelledRunningFinally", .running),
        ("Unknown", "PipelineRunStopping", .running), ("Unknown", "PipelineRunPending", .pending),
        ("", "Succeeded", .unknown), ("Maybe", "", .unknown),
    ]

    @Test(arguments: ends)
    func `status and reason say how a run stands`(status: String, reason: String, is: RunStatus) {
        let condition = """
            {"type":"Succeeded","status":"\(status)","reason":"\(reason)","message":"Tasks: 1"}
            """
        let json = Self.pipelineRun(
            "{\"startTime\":\"2024-05-01T10:00:05Z\",\"conditions\":[\(condition)]}"
        )
        let run = Intake(json: json).batch.runs.first
        #expect(run?.status == `is`)
        #expect(run?.reason == (reason.isEmpty ? nil : reason))
        #expect(run?.message == "Tasks: 1")
    }

    @Test func `a run without a condition is pending until it begins`() {
        #expect(Intake(json: Self.pipelineRun("{}")).batch.runs.first?.status == .pending)
        let begun = Self.pipelineRun("{\"startTime\":\"2024-05-01T10:00:05Z\"}")
        #expect(Intake(json: begun).batch.runs.first?.status == .running)
    }

    @Test func `a pipeline run says what it ran and for which service`() throws {
        let json = Self.pipelineRun(
            """
            {"startTime":"2024-05-01T10:00:05Z","completionTime":"2024-05-01T10:09:00Z",
            "conditions":[{"type":"Succeeded","status":"True","reason":"Succeeded"}]}
            """,
            labels: #"{"tekton.dev/pipeline":"build-and-push","team/service":"checkout"}"#
        )
        let intake = Intake(json: json, serviceLabels: ["app", "team/service"])
        let run = try #require(intake.batch.runs.first)
        #expect(
            run
                == Run(
                    id: Self.uid,
                    kind: .pipeline,
                    name: "build-x7k2p",
                    pipeline: "build-and-push",
                    namespace: "ci",
                    service: "checkout",
                    created: Instant(milliseconds: 1_714_557_600_000),
                    started: Instant(milliseconds: 1_714_557_605_000),
                    finished: Instant(milliseconds: 1_714_558_140_000),
                    status: .success,
                    reason: "Succeeded"
                )
        )
        #expect(intake.report.newest == run.finished)
    }

    @Test func `an embedded pipeline is not called after each of its runs`() {
        let json = """
            {"kind":"PipelineRun","metadata":{"name":"nightly-abcde","generateName":"nightly-",
            "uid":"u","creationTimestamp":"2024-05-01T10:00:00Z",
            "labels":{"tekton.dev/pipeline":"nightly-abcde"}},"spec":{"pipelineSpec":{}}}
            """
        #expect(Intake(json: json).batch.runs.first?.pipeline == "nightly")
    }

    private static let taskRun = """
        {"apiVersion":"tekton.dev/v1","kind":"TaskRun","metadata":{"name":"build-x7k2p-compile",
        "namespace":"ci","uid":"22222222-2222-2222-2222-222222222222",
        "creationTimestamp":"2024-05-01T10:00:06Z",
        "ownerReferences":[{"kind":"PipelineRun","name":"build-x7k2p","uid":"\(uid)"}],
        "labels":{"tekton.dev/task":"golang-build","tekton.dev/pipelineTask":"compile"}},
        "spec":{"stepSpecs":[{"name":"test","computeResources":{"requests":{"memory":"3Gi"}}}]},
        "status":{"podName":"build-x7k2p-compile-pod","startTime":"2024-05-01T10:00:07Z",
        "retriesStatus":[{"conditions":[]},{"conditions":[]}],
        "conditions":[{"type":"Succeeded","status":"False","reason":"Failed"}],
        "completionTime":"2024-05-01T10:05:00Z",
        "taskSpec":{"stepTemplate":{"computeResources":{"requests":{"cpu":"100m"}}},
        "steps":[{"name":"prepare"},{"name":"test","computeResources":{
        "requests":{"cpu":"1500m","memory":"1Gi"}}},{"image":"alpine",
        "computeResources":{"limits":{"memory":"64Mi"}}}],
        "sidecars":[{"name":"docker","computeResources":{"requests":{"cpu":"2"}}}]},
        "steps":[{"name":"prepare","terminated":{"exitCode":0,"reason":"Completed",
        "startedAt":"2024-05-01T10:00:10Z","finishedAt":"2024-05-01T10:00:20Z"}},
        {"name":"test","terminationReason":"Error","terminated":{"exitCode":137,
        "reason":"OOMKilled","startedAt":"2024-05-01T10:00:20Z",
        "finishedAt":"2024-05-01T10:04:50Z"}},
        {"name":"unnamed-2","running":{"startedAt":"2024-05-01T10:04:50Z"}}],
        "sidecars":[{"name":"docker","running":{"startedAt":"2024-05-01T10:00:09Z"}}]}}
        """

    @Test func `a task run has its steps with their ends and what they ask for`() throws {
        let run = try #require(Intake(json: Self.taskRun).batch.runs.first)
        #expect(run.id == "\(Self.uid)/build-x7k2p-compile")
        #expect(run.parent == Self.uid)
        #expect(run.pipeline == "golang-build")
        #expect(run.task == "compile")
        #expect(run.pod == "build-x7k2p-compile-pod")
        #expect(run.retries == 2)
        let start = Instant(milliseconds: 1_714_557_600_000)
        func at(_ seconds: Double) -> Instant { start.adding(seconds: seconds) }
        #expect(
            run.steps == [
                RunStep(
                    name: "prepare",
                    started: at(10),
                    finished: at(20),
                    exitCode: 0,
                    reason: "Completed",
                    cpuRequest: 0.1
                ),
                RunStep(
                    name: "test",
                    started: at(20),
                    finished: at(290),
                    exitCode: 137,
                    reason: "OOMKilled",
                    cpuRequest: 1.5,
                    memoryRequest: 3_221_225_472
                ),
                RunStep(
                    name: "unnamed-2",
                    started: at(290),
                    cpuRequest: 0.1,
                    memoryRequest: 67_108_864
                ),
                RunStep(name: "docker", kind: .sidecar, started: at(9), cpuRequest: 2),
            ]
        )
    }

    /// Tekton's documentation: the request of a TaskRun is divided among its steps.
    @Test func `what a task run asks for as a whole is shared by its steps`() throws {
        let json = """
            {"kind":"TaskRun","metadata":{"name":"t","uid":"u",
            "creationTimestamp":"2024-05-01T10:00:00Z"},
            "spec":{"computeResources":{"requests":{"cpu":"1"}}},
            "status":{"taskSpec":{"steps":[{"name":"a"},{"name":"b","computeResources":{
            "requests":{"cpu":"4"}}}]},"steps":[{"name":"a"},{"name":"b"}]}}
            """
        let run = try #require(Intake(json: json).batch.runs.first)
        #expect(run.steps.map(\.cpuRequest) == [0.5, 0.5])
    }

    private static let embedding = pipelineRun(
        """
        {"startTime":"2024-05-01T10:00:05Z","taskRuns":{"build-x7k2p-compile":{
        "pipelineTaskName":"compile","status":{"podName":"p","startTime":"2024-05-01T10:00:07Z",
        "conditions":[{"type":"Succeeded","status":"False","reason":"Failed"}]}}},
        "childReferences":[{"kind":"TaskRun","name":"build-x7k2p-compile"},
        {"kind":"TaskRun","name":"build-x7k2p-gone"},{"kind":"CustomRun","name":"c"}]}
        """
    )

    @Test(arguments: [true, false])
    func `a task run that is there goes before the status its pipeline run embeds`(isFirst: Bool) {
        let both = isFirst ? [Self.taskRun, Self.embedding] : [Self.embedding, Self.taskRun]
        let runs = Intake(json: both.joined(separator: "\n")).batch.runs
        #expect(Set(runs.map(\.id)) == [Self.uid, "\(Self.uid)/build-x7k2p-compile"])
        #expect(runs.count == 2)
        #expect(runs.first { $0.kind == .task }?.steps.count == 4)
    }

    @Test func `an embedded status alone is a run with the same id`() throws {
        let intake = Intake(json: Self.embedding)
        let run = try #require(intake.batch.runs.first { $0.kind == .task })
        #expect(run.id == "\(Self.uid)/build-x7k2p-compile")
        #expect(run.parent == Self.uid)
        #expect(run.task == "compile")
        #expect(run.status == .failure)
        #expect(run.pod == "p")
        #expect(
            intake.report.notes.filter { $0.contains("task runs are named") } == [
                "1 task runs are named by their pipeline run but not there any more: "
                    + "1 of the 1 of PipelineRun ci/build-x7k2p."
            ]
        )
        #expect(intake.report.notes.contains { $0.contains("1 custom runs are left out") })
    }

    @Test func `a task run that only names its pipeline run finds it, in any order`() {
        let child = """
            {"kind":"TaskRun","metadata":{"name":"c","namespace":"ci","uid":"33",
            "creationTimestamp":"2024-05-01T10:00:06Z",
            "labels":{"tekton.dev/pipelineRun":"build-x7k2p"}}}
            """
        let runs = Intake(json: child + Self.pipelineRun("{}")).batch.runs
        #expect(runs.first { $0.kind == .task }?.parent == Self.uid)
        #expect(runs.first { $0.kind == .task }?.id == "\(Self.uid)/c")
        #expect(Intake(json: child).batch.runs.first?.parent == "ci/build-x7k2p")
    }

    @Test(arguments: [
        #"{"kind":"PipelineRun"}"#, #"{"kind":"TaskRun","metadata":{"name":"a"}}"#,
        #"{"kind":"TaskRun","metadata":[],"status":"good","spec":7}"#,
    ])
    func `a run that cannot be told or dated is a problem`(json: String) {
        let intake = Intake(json: json)
        #expect(intake.batch.runs.isEmpty)
        #expect(intake.report.rejected == 1)
    }
}
