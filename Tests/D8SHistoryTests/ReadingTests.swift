import D8SHistory
import D8SModel
import D8STestSupport
import Testing

struct ReadingTests {
    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "test", kind: "test", interval: nil)
    }

    private func ingest(_ batch: RecordBatch) throws {
        _ = try history.ingest(batch, from: "test")
    }

    private func deployment(
        _ id: String,
        _ finished: Instant,
        in environment: String = "production",
        of service: String = "checkout"
    ) -> Deployment {
        Deployment(
            service: service,
            environment: environment,
            id: id,
            finished: finished,
            status: .success
        )
    }

    private func change(
        _ revision: String,
        _ committed: Instant,
        in deployment: String? = nil,
        parents: [String] = []
    ) -> Change {
        Change(
            service: "checkout",
            revision: revision,
            parents: parents,
            authored: committed,
            committed: committed,
            deployment: deployment
        )
    }

    private func read(_ asOf: Instant) throws -> ServiceHistory {
        try #require(try history.serviceHistories(asOf: asOf).first)
    }

    @Test func `services come by name, also those without anything`() throws {
        try ingest(
            RecordBatch(
                services: [Service(name: "b"), Service(name: "a"), Service(name: "c", team: "t")]
            )
        )
        let all = try history.serviceHistories(asOf: "2026-11-20T00:00:00Z")
        #expect(all.map(\.service.name) == ["a", "b", "c"])
        #expect(all.allSatisfy { $0.deployments.isEmpty && $0.changes.count == 0 })
        let some = try history.serviceHistories(
            asOf: "2026-11-20T00:00:00Z",
            named: ["c", "a", "nobody"]
        )
        #expect(some.map(\.service) == [Service(name: "a"), Service(name: "c", team: "t")])
    }

    @Test func `deployments come by finish, ties by id, and none after the as-of instant`() throws {
        try ingest(
            RecordBatch(deployments: [
                deployment("d", "2026-11-03T00:00:00Z"),
                deployment("z", "2026-11-01T00:00:00Z"),
                deployment("b", "2026-11-02T00:00:00Z"),
                deployment("a", "2026-11-02T00:00:00Z"),
                deployment("late", "2026-11-03T00:00:00.001Z"),
            ])
        )
        #expect(try read("2026-11-03T00:00:00Z").deployments.map(\.id) == ["z", "a", "b", "d"])
        #expect(try read("2026-10-01T00:00:00Z").deployments.isEmpty)
    }

    @Test func `only the environment that is asked for counts`() throws {
        try ingest(
            RecordBatch(deployments: [
                deployment("p", "2026-11-01T00:00:00Z", of: "search"),
                deployment("s1", "2026-11-01T00:00:00Z", in: "staging"),
                deployment("s2", "2026-11-02T00:00:00Z", in: "staging"),
                deployment("i", "2026-11-02T00:00:00Z", in: "integration"),
            ])
        )
        #expect(try read("2026-11-20T00:00:00Z").deployments.isEmpty)
        let staging = try history.serviceHistories(in: "staging", asOf: "2026-11-20T00:00:00Z")
        #expect(staging.map(\.environment) == ["staging", "staging"])
        #expect(staging.map(\.deployments.count) == [2, 0])
        #expect(
            try history.environments() == [
                EnvironmentCount(service: "checkout", environment: "integration", deployments: 1),
                EnvironmentCount(service: "checkout", environment: "staging", deployments: 2),
                EnvironmentCount(service: "search", environment: "production", deployments: 1),
            ]
        )
    }

    @Test func `a change finds its deployment by id, also one that arrives later`() throws {
        try ingest(
            RecordBatch(changes: [
                change("r1", "2026-11-01T00:00:00Z", in: "d9"),
                change("r2", "2026-11-01T01:00:00Z", in: "d10"),
                change("r3", "2026-11-01T02:00:00Z", in: "gone"),
                change("r4", "2026-11-01T03:00:00Z", in: "staging"),
                change("r5", "2026-11-01T04:00:00Z", in: "d"),
            ])
        )
        #expect(try read("2026-11-20T00:00:00Z").changes.deployment == [-2, -2, -2, -2, -2])
        try ingest(
            RecordBatch(deployments: [
                deployment("d9", "2026-11-02T00:00:00Z"),
                deployment("d10", "2026-11-03T00:00:00Z"),
                deployment("staging", "2026-11-03T00:00:00Z", in: "staging"),
            ])
        )
        let changes = try read("2026-11-20T00:00:00Z").changes
        let hour: Int64 = 3_600_000
        let first = ("2026-11-01T00:00:00Z" as Instant).milliseconds
        let found = zip(changes.committed, changes.deployment)
            .map { [($0 - first) / hour, Int64($1)] }.sorted { $0[0] < $1[0] }
        #expect(found == [[0, 0], [1, 1], [2, -2], [3, -3], [4, -2]])
        #expect(changes.graph == nil)
    }

    @Test func `a change of an included deployment counts even if committed later`() throws {
        // A clock that was wrong: the commit is later than the deployment that carried it.
        try ingest(
            RecordBatch(
                deployments: [
                    deployment("in", "2026-11-02T00:00:00Z"),
                    deployment("after", "2026-11-09T00:00:00Z"),
                ],
                changes: [
                    change("r1", "2026-11-08T00:00:00Z", in: "in"),
                    change("r2", "2026-11-08T00:00:00Z", in: "after"),
                    change("r3", "2026-11-01T00:00:00Z", in: "after"),
                    change("r4", "2026-11-08T00:00:00Z"),
                ]
            )
        )
        let changes = try read("2026-11-03T00:00:00Z").changes
        #expect(changes.deployment.sorted() == [-3, 0])
        // The only change without a deployment is not yet committed.
        #expect(changes.graph == nil)
    }

    @Test func `the graph is there if one change names no deployment`() throws {
        try ingest(
            RecordBatch(
                deployments: [deployment("d1", "2026-11-02T00:00:00Z")],
                changes: [
                    change("root", "2026-11-01T00:00:00Z", in: "d1"),
                    change("merge", "2026-11-01T02:00:00Z", parents: ["root", "side"]),
                    change("side", "2026-11-01T01:00:00Z", in: "gone", parents: ["root"]),
                ]
            )
        )
        let changes = try read("2026-11-20T00:00:00Z").changes
        let graph = try #require(changes.graph)
        let rows = zip(
            zip(graph.revisions, graph.parents),
            zip(changes.deployment, changes.isMerge)
        )
        .map { "\($0.0) \($0.1) \($1.0) \($1.1)" }.sorted()
        #expect(
            rows == [
                #"merge ["root", "side"] -1 true"#,
                #"root [] 0 false"#,
                #"side ["root"] -2 false"#,
            ]
        )
    }

    @Test func `an incident that was resolved after the as-of instant is open`() throws {
        func incident(_ id: String, _ opened: Instant, _ resolved: Instant?) -> Incident {
            Incident(service: "checkout", id: id, opened: opened, resolved: resolved)
        }
        let day1: Instant = "2026-11-01T00:00:00Z"
        let day2: Instant = "2026-11-02T00:00:00Z"
        let day3: Instant = "2026-11-03T00:00:00Z"
        try ingest(
            RecordBatch(incidents: [
                incident("b", day1, day2), incident("a", day1, day3), incident("c", day2, nil),
                incident("z", day3, nil),
            ])
        )
        #expect(
            try read(day2).incidents == [
                incident("a", day1, nil), incident("b", day1, day2), incident("c", day2, nil),
            ]
        )
    }
}
