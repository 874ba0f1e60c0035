import D8SModel
import Foundation
import Synchronization
import Testing

@testable import D8SCollect

/// Real lists with known answers: what kubectl showed for them, and the status fields of runs.
@Suite(.enabled(if: SharedKubernetes.isThere, "needs the shared data folder"))
struct RealClusterTests {
    private static let lists = "k8s-api/sbctl/tests/support-bundle/cluster-resources"

    private func collect(_ patterns: [String]) async throws -> (RecordBatch, CollectReport) {
        let source = KubernetesSource(
            .files(patterns.map { "\(SharedKubernetes.folder)/\($0)" }, time: Intake.time),
            transport: FakeServer([:])
        )
        let received = Mutex(RecordBatch())
        let now = Intake.time
        let report = try await source.collect(Occasion(now: { now })) { batch in
            received.withLock {
                $0.runs += batch.runs
                $0.rounds += batch.rounds
            }
        }
        return (received.withLock(\.self), report)
    }

    /// The columns READY, STATUS and RESTARTS of `kubectl get pods`, from our series alone.
    @Test func `our series say what kubectl shows`() async throws {
        let (batch, report) = try await collect(["\(Self.lists)/pods/*.json"])
        #expect(report.rejected == 0)
        let samples = PodSamples(batch)
        let table = try SharedKubernetes.json(
            "k8s-api/sbctl/tests/results/pods_all_namespaces.json"
        )
        let rows = table["rows"] as? [[String: Any]] ?? []
        #expect(rows.count == 58)
        for row in rows {
            let cells = (row["cells"] as? [Any] ?? []).map { "\($0)" }
            let object = row["object"] as? [String: Any] ?? [:]
            let metadata = object["metadata"] as? [String: Any] ?? [:]
            let pod = "\(metadata["namespace"] ?? "")/\(cells[0])"
            #expect(samples.ready(pod) == cells[1], "\(pod)")
            #expect(samples.status(pod) == cells[2], "\(pod)")
            #expect("\(samples.restarts(pod))" == cells[3].prefix { $0 != " " }, "\(pod)")
            #expect(samples.node(pod) == cells[6], "\(pod)")
        }
    }

    /// The file, a metric of container states and a reason that stands in the file for it.
    private static let failures = [
        ("oomkill-pod", "container_status_terminated_reason", "OOMKilled"),
        ("pod-crashloop-backoff", "container_status_waiting_reason", "CrashLoopBackOff"),
        ("pod-crashloop-backoff", "container_status_last_terminated_reason", "ContainerCannotRun"),
        ("pod-init-crashloop-backoff", "container_status_waiting_reason", "PodInitializing"),
        ("pod-init-crashloop-backoff", "init_container_status_waiting_reason", "RunContainerError"),
        ("image-pull-fail", "container_status_waiting_reason", "ErrImagePull"),
    ]

    @Test(arguments: failures)
    func `pods that fail say why`(file: String, metric: String, reason: String) async throws {
        let (batch, _) = try await collect([
            "k8s-api/troubleshoot/pkg/analyze/files/pods/message-\(file).json"
        ])
        let reasons = batch.rounds.flatMap(\.list.series).filter {
            $0.metric == "kube_pod_\(metric)"
        }
        .compactMap { $0.value(of: "reason") }
        #expect(reasons.contains(reason), "\(reasons)")
    }

    @Test func `a pod that fits no node is unschedulable`() async throws {
        let (batch, _) = try await collect(
            ["k8s-api/troubleshoot/pkg/analyze/files/pods/message-pending-*.json"]
        )
        let series = batch.rounds.flatMap(\.list.series)
        #expect(series.count { $0.metric == "kube_pod_status_unschedulable" } > 0)
    }

    @Test func `nodes, volumes, claims, namespaces and deployments of a real cluster`()
        async throws
    {
        let (batch, report) = try await collect(
            ["nodes", "pvs", "namespaces", "pvcs/*", "deployments/*"].map {
                "\(Self.lists)/\($0).json"
            }
        )
        #expect(report.rejected == 0)
        var counts: [String: Int] = [:]
        for series in batch.rounds.flatMap(\.list.series) { counts[series.metric, default: 0] += 1 }
        // jq '.items | length' of the same lists.
        #expect(counts["kube_node_info"] == 3)
        #expect(counts["kube_namespace_created"] == 9)
        #expect(counts["kube_persistentvolume_info"] == 1)
        #expect(counts["kube_persistentvolumeclaim_info"] == 1)
        #expect(counts["kube_deployment_spec_replicas"] == 12)
    }

    @Test func `every run of real clusters is there and says what its status says`() async throws {
        let (batch, report) = try await collect(
            ["tekton/konflux-ui/PipelineRun.list.json", "tekton/konflux-ui/TaskRun.list.json"]
        )
        #expect(report.rejected == 0)
        let list = try SharedKubernetes.json("tekton/konflux-ui/PipelineRun.list.json")
        let items = list["items"] as? [[String: Any]] ?? []
        #expect(items.count == 25)
        #expect(batch.runs.count { $0.kind == .pipeline } == items.count)
        for item in items {
            let metadata = item["metadata"] as? [String: Any] ?? [:]
            let status = item["status"] as? [String: Any] ?? [:]
            let name = metadata["name"] as? String
            let run = try #require(batch.runs.first { $0.name == name && $0.kind == .pipeline })
            #expect(run.started?.description == status["startTime"] as? String)
            #expect(run.finished?.description == status["completionTime"] as? String)
            let conditions = status["conditions"] as? [[String: Any]] ?? []
            let condition = conditions.first { $0["type"] as? String == "Succeeded" } ?? [:]
            #expect(run.reason == condition["reason"] as? String)
            let isSuccess = condition["status"] as? String == "True"
            #expect((run.status == .success) == isSuccess)
            let children = batch.runs.filter { $0.parent == run.id }
            let embedded = (status["taskRuns"] as? [String: Any])?.count ?? 0
            if embedded > 0 { #expect(children.count == embedded, "\(name ?? "")") }
        }
        #expect(Set(batch.runs.map(\.id)).count == batch.runs.count)
    }

    @Test func `what does not add up in real runs is said`() async throws {
        let (batch, report) = try await collect(
            ["tekton/konflux-ui/PipelineRun.list.json", "tekton/konflux-ui/TaskRun.list.json"]
        )
        let run = try #require(batch.runs.first { $0.name == "human-resources-on-push-z79cl" })
        #expect(batch.runs.count { $0.parent == run.id } == 9)
        #expect(report.notes.contains { $0.contains("2 of the 11 of PipelineRun") })
        #expect(report.notes.contains { $0.contains("are over but do not say since when") })
        #expect(report.notes.contains { $0.contains("are over without a reason") })
    }

    /// Pods of the insights operator do not say their kind, as kubectl's do.
    @Test func `no file of real objects stops the others`() async throws {
        let (batch, report) = try await collect([
            "tekton/chains/*.json", "tekton/pipeline-docs/*.yaml",
            "k8s-api/insights-operator/docs/insights-archive-sample/config/pod/*/*.json",
        ])
        let folder = SharedKubernetes.folder + "/tekton/chains"
        let chains = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(batch.runs.count >= chains.count - report.rejected)
        #expect(report.problems.contains { $0.reason == "this is no Kubernetes object" })
    }
}
