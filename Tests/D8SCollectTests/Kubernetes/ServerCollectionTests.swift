import D8SModel
import Synchronization
import Testing

@testable import D8SCollect

/// Collecting from an API server, against the Kubernetes API's documented behaviour ("API
/// concepts": chunks, 410, resource versions).
struct ServerCollectionTests {
    private static let pods = "/api/v1/pods?limit=500"

    private static func podList(
        _ names: [String],
        next: String = "",
        version: String = "7"
    )
        -> HTTPAnswer
    {
        let items = names.map {
            """
            {"metadata":{"name":"\($0)","namespace":"shop","uid":"\($0)"},"status":{"phase":"Running"}}
            """
        }
        return .ok(
            """
            {"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"\(version)",
            "continue":"\(next)"},"items":[\(items.joined(separator: ","))]}
            """
        )
    }

    /// Collects once; returns what was delivered.
    private func collect(
        _ server: FakeServer,
        resources: [KubernetesResource]? = [.pods],
        cursors: [String: String] = [:],
        change: (inout KubernetesSource) -> Void = { _ in }
    ) async throws -> (batch: RecordBatch, report: CollectReport) {
        var source = KubernetesSource(
            .inCluster(InCluster(host: "cluster.example", port: "6443")),
            transport: server,
            resources: resources
        )
        change(&source)
        let received = Mutex(RecordBatch())
        let now = Intake.time
        let report = try await source.collect(Occasion(now: { now }, cursors: cursors)) { batch in
            received.withLock {
                $0.runs += batch.runs
                $0.rounds += batch.rounds
                $0.metrics += batch.metrics
                $0.cursors.merge(batch.cursors) { $1 }
            }
        }
        return (received.withLock(\.self), report)
    }

    private func podNames(_ batch: RecordBatch) -> [String] {
        batch.rounds.flatMap(\.list.series).filter { $0.metric == "kube_pod_info" }
            .compactMap { $0.value(of: "pod") }
    }

    @Test func `a list is read page by page with the service account's token`() async throws {
        let server = FakeServer([
            Self.pods: [Self.podList(["p1", "p2"], next: "a/b=")],
            Self.pods + "&continue=a%2Fb%3D": [Self.podList(["p3"])],
        ])
        let (batch, report) = try await collect(server)
        #expect(server.paths == [Self.pods, Self.pods + "&continue=a%2Fb%3D"])
        #expect(podNames(batch) == ["p1", "p2", "p3"])
        #expect(report.read == 3)
        #expect(report.newest == Intake.time)
        let account = "/var/run/secrets/kubernetes.io/serviceaccount"
        #expect(server.requests[0].access.authorization == .bearer(.file("\(account)/token")))
        #expect(server.requests[0].access.authorities == "\(account)/ca.crt")
        #expect(batch.rounds.allSatisfy { Set($0.times) == [Intake.time.milliseconds] })
    }

    private func ended(_ batch: RecordBatch) -> [String] {
        batch.rounds.flatMap { round in
            zip(round.positions, round.values).filter { $1.isStaleMarker }
                .map { round.list[Int($0.0)] }
        }.compactMap { $0.metric == "kube_pod_info" ? $0.value(of: "pod") : nil }
    }

    @Test func `the series of a pod that is gone end, as do those of a state that it left`()
        async throws
    {
        let server = FakeServer([
            Self.pods: [Self.podList(["p1", "p2"]), Self.podList(["p2"]), Self.podList(["p2"])]
        ])
        let memory = ObjectMemory()
        let first = try await collect(server) { $0.memory = memory }
        #expect(ended(first.batch).isEmpty)
        let second = try await collect(server) { $0.memory = memory }
        #expect(ended(second.batch) == ["p1"])
        #expect(podNames(second.batch).sorted() == ["p1", "p2"])
        let marked = second.batch.rounds.flatMap { zip($0.times, $0.values) }
            .filter { $1.isStaleMarker }
        #expect(marked.allSatisfy { $0.0 == Intake.time.milliseconds })
        let third = try await collect(server) { $0.memory = memory }
        #expect(ended(third.batch).isEmpty)
    }

    @Test func `a list that could not be read to its end says nothing of what is gone`()
        async throws
    {
        let server = FakeServer([
            Self.pods: [
                Self.podList(["p1", "p2"]), .status(403, "no"), Self.podList(["p1"]),
            ],
            "/api/v1/nodes?limit=500": [
                .ok(#"{"kind":"NodeList","apiVersion":"v1","metadata":{},"items":[]}"#)
            ],
        ])
        let memory = ObjectMemory()
        let resources: [KubernetesResource] = [.nodes, .pods]
        _ = try await collect(server, resources: resources) { $0.memory = memory }
        let refused = try await collect(server, resources: resources) { $0.memory = memory }
        #expect(ended(refused.batch).isEmpty)
        let whole = try await collect(server, resources: resources) { $0.memory = memory }
        #expect(ended(whole.batch) == ["p2"])
    }

    @Test func `a list that the server forgot goes on with the token it gives`() async throws {
        let server = FakeServer([
            Self.pods: [Self.podList(["p1"], next: "old")],
            Self.pods + "&continue=old": [.status(410, "too old", continuing: "new")],
            Self.pods + "&continue=new": [Self.podList(["p2"], version: "9")],
        ])
        #expect(podNames(try await collect(server).batch) == ["p1", "p2"])
    }

    @Test func `without such a token the list begins anew and no object comes twice`()
        async throws
    {
        let server = FakeServer([
            Self.pods: [Self.podList(["p1"], next: "old"), Self.podList(["p1", "p2"])],
            Self.pods + "&continue=old": [.status(410, "too old")],
        ])
        let (batch, report) = try await collect(server)
        #expect(podNames(batch) == ["p1", "p2"])
        #expect(report.read == 2)
    }

    @Test func `a list that is forgotten again and again ends with an error`() async throws {
        let server = FakeServer([Self.pods: [.status(410, "gone")]])
        await #expect(throws: CollectError.self) { try await collect(server) }
        #expect(server.paths.count < 10)
    }

    @Test func `a resource that may not be listed is named with its verb and the others go on`()
        async throws
    {
        let server = FakeServer([
            "/api/v1/nodes?limit=500": [.status(403, "nodes is forbidden: User d8s cannot list")],
            Self.pods: [Self.podList(["p1"])],
        ])
        let (batch, report) = try await collect(server, resources: [.nodes, .pods])
        #expect(podNames(batch) == ["p1"])
        #expect(report.rejected == 1)
        let problem = try #require(report.problems.first).description
        #expect(problem.contains("grant the verb list on the resource nodes"))
        #expect(problem.contains("User d8s cannot list"))
    }

    @Test func `what nobody asked for by name is a note if it may not be listed`() async throws {
        let forbidden = HTTPAnswer.status(403, "forbidden")
        let server = FakeServer([
            "/apis/metrics.k8s.io/v1beta1/pods?limit=500": [forbidden],
            Self.pods: [Self.podList(["p1"])],
        ])
        let report = try await collect(server, resources: nil).report
        #expect(report.rejected == 0)
        #expect(
            report.notes.contains {
                $0.contains("verb list on the resource pods of the API group metrics.k8s.io")
            }
        )
        #expect(report.notes.contains { $0.contains("has no tekton.dev: no pipelineruns") })
        #expect(report.notes.contains { $0.contains("metrics-server is not installed") })
    }

    @Test func `nothing permitted at all is an error with the mend`() async throws {
        let server = FakeServer([Self.pods: [.status(403, "no")]])
        let error = await #expect(throws: CollectError.self) { try await collect(server) }
        #expect(error?.description.contains("Grant the verb list") == true)
    }

    @Test func `a server that does not know who asks ends the collection with the mend`()
        async throws
    {
        let server = FakeServer([Self.pods: [.status(401, "Unauthorized")]])
        let error = await #expect(throws: CollectError.self) { try await collect(server) }
        #expect(error?.description.contains("does not know who asks (401)") == true)
        #expect(error?.description.contains("token or certificate") == true)
    }

    @Test func `a failing list is the collection's error after the others were read`()
        async throws
    {
        let server = FakeServer([
            "/api/v1/nodes?limit=500": [.status(500, "etcdserver: leader changed")],
            Self.pods: [Self.podList(["p1"])],
        ])
        let error = await #expect(throws: CollectError.self) {
            try await collect(server, resources: [.nodes, .pods])
        }
        #expect(error?.description.contains("leader changed") == true)
        #expect(server.paths.contains(Self.pods))
    }

    @Test(arguments: [
        "", "[]", "{\"kind\":\"PodList\"}", "{\"kind\":\"PodList\",\"metadata\":{},\"items\":[{]}",
        "{\"metadata\":{},\"items\":[{\"metadata\":", "<html>welcome</html>",
        String(repeating: "[", count: 100_000),
    ])
    func `an answer that is no list is an error and no crash`(body: String) async throws {
        let server = FakeServer([Self.pods: [.ok(body)]])
        await #expect(throws: CollectError.self) { try await collect(server) }
    }

    @Test func `namespaces and a selector are asked for, of what has them`() async throws {
        let server = FakeServer([:])
        _ = try await collect(server, resources: [.nodes, .deployments]) {
            $0.namespaces = ["shop", "build"]
            $0.labelSelector = "tier in (front, back)"
        }
        #expect(
            server.paths == [
                "/api/v1/nodes?limit=500",
                "/apis/apps/v1/namespaces/shop/deployments?limit=500"
                    + "&labelSelector=tier%20in%20%28front%2C%20back%29",
                "/apis/apps/v1/namespaces/build/deployments?limit=500"
                    + "&labelSelector=tier%20in%20%28front%2C%20back%29",
            ]
        )
    }

    private static let taskRuns = "/apis/tekton.dev/v1/taskruns?limit=500"
    private static let oldTaskRuns = "/apis/tekton.dev/v1beta1/taskruns?limit=500"

    private static func taskRunList(_ versions: [(String, Int)], at version: Int) -> HTTPAnswer {
        let items = versions.map {
            """
            {"metadata":{"name":"\($0)","uid":"\($0)","resourceVersion":"\($1)",
            "creationTimestamp":"2024-01-01T00:00:00Z"},"status":{"conditions":[
            {"type":"Succeeded","status":"Unknown","reason":"Running"}]}}
            """
        }
        return .ok(
            """
            {"kind":"TaskRunList","metadata":{"resourceVersion":"\(version)"},
            "items":[\(items.joined(separator: ","))]}
            """
        )
    }

    @Test func `only runs that changed since the last list are delivered again`() async throws {
        let first = FakeServer([Self.taskRuns: [Self.taskRunList([("a", 3), ("b", 5)], at: 6)]])
        let one = try await collect(first, resources: [.taskruns])
        #expect(one.batch.runs.map(\.id) == ["a", "b"])
        let cursors = one.batch.cursors.compactMapValues(\.self)
        #expect(cursors.values.sorted() == ["6"])

        let second = FakeServer([
            Self.taskRuns: [Self.taskRunList([("a", 3), ("b", 8), ("c", 9)], at: 9)]
        ])
        let two = try await collect(second, resources: [.taskruns], cursors: cursors)
        #expect(two.batch.runs.map(\.id) == ["b", "c"])
        #expect(two.report.read == 3)
    }

    @Test func `a server that counts from the start again is read anew`() async throws {
        let server = FakeServer([Self.taskRuns: [Self.taskRunList([("a", 3)], at: 4)]])
        let one = try await collect(server, resources: [.taskruns])
        let cursors = one.batch.cursors.mapValues { _ in "1000" }
        let two = try await collect(server, resources: [.taskruns], cursors: cursors)
        #expect(two.batch.runs.map(\.id) == ["a"])
    }

    @Test func `an older Tekton is asked in its own version`() async throws {
        let server = FakeServer([Self.oldTaskRuns: [Self.taskRunList([("a", 3)], at: 4)]])
        let (batch, report) = try await collect(server, resources: [.taskruns])
        #expect(server.paths == [Self.taskRuns, Self.oldTaskRuns])
        #expect(batch.runs.map(\.id) == ["a"])
        #expect(report.notes.isEmpty)
    }
}
