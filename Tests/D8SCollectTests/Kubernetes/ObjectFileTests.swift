import D8SModel
import D8STestSupport
import Foundation
import Synchronization
import Testing

@testable import D8SCollect

/// Files that `kubectl get` wrote.
struct ObjectFileTests {
    private static let json = """
        {"apiVersion":"v1","items":[
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"shop","uid":"1",
        "creationTimestamp":"2024-05-01T10:00:00Z","labels":{"version":"1.10","on":"yes"},
        "managedFields":[{"manager":"kubectl","fieldsV1":{"f:x":{}}}]},
        "spec":{"hostNetwork":true,"containers":[{"name":"c","resources":{"requests":
        {"cpu":2,"memory":"1Gi"}}}]},"status":{"phase":"Running"}},
        {"apiVersion":"v1","kind":"Node","metadata":{"name":"n1"},
        "status":{"capacity":{"cpu":"4","pods":"110"}}}],"kind":"List"}
        """

    private static let yaml = """
        apiVersion: v1
        items:
        - apiVersion: v1
          kind: Pod
          metadata:
            creationTimestamp: "2024-05-01T10:00:00Z"
            labels: {version: "1.10", "on": "yes"}
            name: web
            namespace: shop
            uid: "1"
          spec:
            hostNetwork: true
            containers:
            - name: c
              resources:
                requests: {cpu: 2, memory: 1Gi}
          status:
            phase: Running
        - apiVersion: v1
          kind: Node
          metadata:
            name: n1
          status: {capacity: {cpu: "4", pods: "110"}}
        kind: List
        """

    private func collect(
        _ paths: [String],
        time: Instant? = Intake.time,
        change: (inout KubernetesSource) -> Void = { _ in }
    ) async throws -> (batch: RecordBatch, report: CollectReport) {
        var source = KubernetesSource(.files(paths, time: time), transport: FakeServer([:]))
        change(&source)
        let received = Mutex(RecordBatch())
        let report = try await source.collect(Occasion(now: { Instant(milliseconds: 1) })) {
            batch in
            received.withLock {
                $0.runs += batch.runs
                $0.rounds += batch.rounds
            }
        }
        return (received.withLock(\.self), report)
    }

    private func collect(
        _ text: String,
        as name: String
    ) async throws -> (
        batch: RecordBatch, report: CollectReport
    ) {
        let folder = try ServerFolder()
        return try await collect([try folder.write(text, to: name)])
    }

    @Test func `anchors that multiply each other end soon, however many they mean`() async throws {
        var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        for level in 1..<8 {
            let last = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            lines.append("a\(level): &a\(level) [\(last)]")
        }
        let (_, report) = try await collect(lines.joined(separator: "\n"), as: "bomb.yaml")
        #expect(report.problems.map(\.reason) == ["it has too many values"])
    }

    @Test func `JSON and YAML of the same list are the same records`() async throws {
        let json = try await collect(Self.json, as: "list.json")
        let yaml = try await collect(Self.yaml, as: "list.yaml")
        #expect(json.batch.sampleCount > 20)
        #expect(json.batch.lines.contains { $0.contains(#"label_version="1.10""#) })
        #expect(json.batch.lines == yaml.batch.lines)
        #expect(json.report == yaml.report)
    }

    @Test func `JSON and YAML of a real cluster's lists are the same records`() async throws {
        guard SharedKubernetes.isThere else { return }
        let folder = try ServerFolder()
        let lists = "k8s-api/sbctl/tests/support-bundle/cluster-resources/"
        for name in ["\(lists)pods/minio", "\(lists)nodes", "tekton/konflux-ui/TaskRun.list"] {
            let path = "\(SharedKubernetes.folder)/\(name).json"
            let yaml = "\(folder.path)/copy.yaml"
            // PyYAML writes YAML 1.1, as kubectl does.
            try folder.run([
                "python3", "-c",
                "import json,yaml;yaml.safe_dump(json.load(open('\(path)')),open('\(yaml)','w'))",
            ])
            let one = try await collect([path]), two = try await collect([yaml])
            #expect(one.batch.lines == two.batch.lines)
            #expect(one.batch.runs == two.batch.runs)
            #expect(one.batch.sampleCount + one.batch.runs.count > 9)
        }
    }

    @Test(arguments: [
        #"{"kind":"Node","metadata":{"name":"a"}}{"kind":"Node","metadata":{"name":"b"}}"#,
        "kind: Node\nmetadata: {name: a}\n---\nkind: Node\nmetadata: {name: b}\n",
        "---\n# nothing\n---\nkind: Node\nmetadata: {name: a}\n---\nkind: NodeList\n"
            + "items: [{metadata: {name: b}}]\n...\n",
        "\u{FEFF}[]".replacing("[]", with: #"{"items":[{"metadata":{"name":"a"}},"#)
            + #"{"metadata":{"name":"b"}}],"kind":"NodeList"}"#,
    ])
    func `streams of documents are read to their end`(text: String) async throws {
        let (batch, report) = try await collect(text, as: "stream")
        let nodes = batch.rounds.flatMap(\.list.series).filter { $0.metric == "kube_node_info" }
        #expect(nodes.compactMap { $0.value(of: "node") } == ["a", "b"])
        #expect(report.rejected == 0)
    }

    @Test func `a compressed file is read as well, as of when it was changed`() async throws {
        let folder = try ServerFolder()
        let path = try folder.write(Self.json, to: "list.json")
        try folder.run(["gzip", "-n", path])
        try folder.run(["touch", "-d", "2024-06-01T00:00:00Z", path + ".gz"])
        let (batch, _) = try await collect([folder.path + "/*.gz"], time: nil)
        #expect(batch.rounds.allSatisfy { Set($0.times) == [1_717_200_000_000] })
        #expect(batch.lines == (try await collect(Self.json, as: "list.json")).batch.lines)
    }

    @Test(arguments: [
        (#"{"kind":"Node","metadata":{"name":"a"}} {"kind":"Node","metadata":{"name":}}"#, 1),
        ("kind: Node\nmetadata: {name: a}\n---\nkind: [Node\n", 5),
        ("kind: Node\nmetadata: {name: a}\n---\n- 1\n- 2\n", 4),
        (
            "{\"kind\":\"List\",\"items\":[\n{\"kind\":\"Node\",\"metadata\":{\"name\":\"a\"}},\n7]}",
            3
        ),
    ])
    func `what is wrong is named with its line and the rest is kept`(
        text: String,
        line: Int
    )
        async throws
    {
        let (batch, report) = try await collect(text, as: "broken")
        #expect(batch.rounds.flatMap(\.list.series).count { $0.metric == "kube_node_info" } == 1)
        #expect(report.problems.map(\.line) == [line], "\(report.problems)")
    }

    @Test(arguments: [
        String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 100_000),
        String(repeating: "- ", count: 50_000),
        "a: &a [1,1,1]\n"
            + (1...30).map {
                "x\($0): &x\($0) [*\($0 == 1 ? "a" : "x\($0 - 1)"), *\($0 == 1 ? "a" : "x\($0 - 1)"), *\($0 == 1 ? "a" : "x\($0 - 1)")]"
            }
            .joined(separator: "\n"),
        "\u{0}\u{1}\u{7F}", "kind: Pod\nmetadata: *nowhere\n", "\"", "{\"items\":[",
        "{\"items\":[}",
        "{\"kind\":\"Pod\",\"metadata\":\"x\",\"spec\":[],\"status\":{\"conditions\":[1,null,{}]}}",
        "kind: Pod\nmetadata: {name: 5, labels: [a]}\nstatus: {containerStatuses: {a: b}}\n",
    ])
    func `hostile files end in a problem and never in a crash`(text: String) async throws {
        let (batch, report) = try await collect(text, as: "hostile")
        #expect(report.rejected + report.notes.count + batch.sampleCount > 0)
    }

    @Test func `only the namespaces and resources that were asked for are taken`() async throws {
        let folder = try ServerFolder()
        let path = try folder.write(Self.json, to: "list.json")
        let none = try await collect([path]) { $0.namespaces = ["other"] }
        #expect(!none.batch.lines.contains { $0.hasPrefix("kube_pod") })
        #expect(none.batch.lines.contains { $0.hasPrefix("kube_node_info") })
        let pods = try await collect([path]) { $0.resources = [.pods] }
        #expect(!pods.batch.lines.contains { $0.hasPrefix("kube_node") })
        #expect(pods.report.notes == ["Objects left out: 1 Node."])
    }

    @Test func `a pattern without a file is an error`() async {
        let error = await #expect(throws: CollectError.self) {
            try await collect(["/nowhere/*.json"])
        }
        #expect(error?.description.contains("/nowhere/*.json") == true)
    }
}
