import D8SHistory
import D8SModel
import D8STestSupport
import Testing

struct IngestionTests {
    static let deployment = Deployment(
        service: "checkout",
        environment: "production",
        id: "d1",
        name: "v1.0",
        revision: "aaa",
        started: "2026-11-01T10:00:00Z",
        finished: "2026-11-01T10:05:00Z",
        status: .success,
        rework: .hotfix,
        reworkEvidence: "branch hotfix/1"
    )
    static let change = Change(
        service: "checkout",
        revision: "aaa",
        parents: ["bbb", "ccc"],
        authored: "2026-10-30T09:00:00Z",
        committed: "2026-10-31T09:00:00Z",
        merged: "2026-10-31T10:00:00Z",
        deployment: "d1",
        subject: "Pay faster",
        author: "Ada"
    )
    static let incident = Incident(
        service: "checkout",
        id: "i1",
        title: "Nobody can pay",
        opened: "2026-11-01T11:00:00Z",
        resolved: "2026-11-01T12:00:00Z",
        severity: "sev1",
        deployment: "d1"
    )
    static let batch = RecordBatch(
        services: [Service(name: "checkout", team: "payments")],
        deployments: [deployment],
        changes: [change],
        incidents: [incident]
    )

    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "test", kind: "test", interval: nil)
    }

    private func read() throws -> ServiceHistory {
        try #require(try history.serviceHistories(asOf: "2026-12-01T00:00:00Z").first)
    }

    @Test func `the same batch twice inserts once and changes nothing after`() throws {
        #expect(try history.ingest(Self.batch, from: "test") == IngestCount(inserted: 4))
        #expect(try history.ingest(Self.batch, from: "test") == IngestCount(unchanged: 4))
    }

    @Test func `what was ingested is read back whole`() throws {
        _ = try history.ingest(Self.batch, from: "test")
        let read = try read()
        #expect(read.service == Service(name: "checkout", team: "payments"))
        #expect(read.deployments == [Self.deployment])
        #expect(read.incidents == [Self.incident])
        #expect(read.changes.authored == [Self.change.authored.milliseconds])
        #expect(read.changes.committed == [Self.change.committed.milliseconds])
        #expect(read.changes.isMerge == [true])
        #expect(read.changes.deployment == [0])
        #expect(read.changes.graph == nil)
    }

    static let otherDeployments: [Deployment] = [
        changed(deployment) { $0.environment = "staging" },
        changed(deployment) { $0.name = "v1.1" },
        changed(deployment) { $0.revision = "bbb" },
        changed(deployment) { $0.started = "2026-11-01T10:01:00Z" },
        changed(deployment) { $0.finished = "2026-11-01T10:06:00Z" },
        changed(deployment) { $0.status = .failure },
        changed(deployment) { $0.rework = .rollback },
        changed(deployment) { $0.reworkEvidence = "said so" },
    ]

    @Test(arguments: otherDeployments)
    func `a deployment that says something else is updated`(other: Deployment) throws {
        _ = try history.ingest(Self.batch, from: "test")
        let batch = RecordBatch(deployments: [other])
        #expect(try history.ingest(batch, from: "test") == IngestCount(updated: 1))
        let read = try history.serviceHistories(in: other.environment, asOf: "2026-12-01T00:00:00Z")
        #expect(read.first?.deployments == [other])
        #expect(try history.ingest(batch, from: "test") == IngestCount(unchanged: 1))
    }

    static let otherChanges: [Change] = [
        changed(change) { $0.parents = ["bbb"] },
        changed(change) { $0.authored = "2026-10-30T09:00:01Z" },
        changed(change) { $0.committed = "2026-10-31T09:00:01Z" },
        changed(change) { $0.merged = "2026-10-31T10:00:01Z" },
        changed(change) { $0.deployment = "d2" },
        changed(change) { $0.subject = "Pay slower" },
        changed(change) { $0.author = "Bob" },
    ]

    @Test(arguments: otherChanges)
    func `a change that says something else is updated`(other: Change) throws {
        _ = try history.ingest(Self.batch, from: "test")
        let batch = RecordBatch(changes: [other])
        #expect(try history.ingest(batch, from: "test") == IngestCount(updated: 1))
        #expect(try history.ingest(batch, from: "test") == IngestCount(unchanged: 1))
        let columns = try read().changes
        #expect(columns.authored == [other.authored.milliseconds])
        #expect(columns.committed == [other.committed.milliseconds])
        #expect(columns.isMerge == [other.isMerge])
        #expect(columns.deployment == [other.deployment == "d1" ? 0 : -2])
    }

    static let otherIncidents: [Incident] = [
        changed(incident) { $0.title = "Some cannot pay" },
        changed(incident) { $0.opened = "2026-11-01T11:00:01Z" },
        changed(incident) { $0.resolved = "2026-11-01T12:00:01Z" },
        changed(incident) { $0.severity = "sev2" },
        changed(incident) { $0.deployment = "d2" },
    ]

    @Test(arguments: otherIncidents)
    func `an incident that says something else is updated`(other: Incident) throws {
        _ = try history.ingest(Self.batch, from: "test")
        let batch = RecordBatch(incidents: [other])
        #expect(try history.ingest(batch, from: "test") == IngestCount(updated: 1))
        #expect(try read().incidents == [other])
        #expect(try history.ingest(batch, from: "test") == IngestCount(unchanged: 1))
    }

    @Test func `what is left open never erases what is known`() throws {
        _ = try history.ingest(Self.batch, from: "test")
        let bare = RecordBatch(
            services: [Service(name: "checkout")],
            deployments: [
                Deployment(
                    service: "checkout",
                    environment: "production",
                    id: "d1",
                    finished: Self.deployment.finished,
                    status: .success
                )
            ],
            changes: [
                Change(
                    service: "checkout",
                    revision: "aaa",
                    authored: Self.change.authored,
                    committed: Self.change.committed,
                    subject: ""
                )
            ],
            incidents: [
                Incident(service: "checkout", id: "i1", opened: Self.incident.opened)
            ]
        )
        #expect(try history.ingest(bare, from: "test") == IngestCount(unchanged: 4))
        let read = try read()
        #expect(read.deployments == [Self.deployment])
        #expect(read.incidents == [Self.incident])
        #expect(read.changes.isMerge == [true])
    }

    @Test func `two sources complete each other and do not take turns`() throws {
        try history.register(source: "other", kind: "test", interval: nil)
        let named = changed(Self.deployment) { ($0.started, $0.rework) = (nil, nil) }
        let timed = changed(Self.deployment) { ($0.name, $0.revision) = (nil, nil) }
        _ = try history.ingest(RecordBatch(deployments: [named]), from: "test")
        _ = try history.ingest(RecordBatch(deployments: [timed]), from: "other")
        #expect(try read().deployments == [Self.deployment])
        for (batch, source) in [(named, "test"), (timed, "other")] {
            let count = try history.ingest(RecordBatch(deployments: [batch]), from: source)
            #expect(count == IngestCount(unchanged: 1))
        }
    }

    @Test func `an incident that opened again after its end is open`() throws {
        _ = try history.ingest(Self.batch, from: "test")
        let again = changed(Self.incident) {
            $0.opened = "2026-11-03T00:00:00Z"
            $0.resolved = nil
        }
        let count = try history.ingest(RecordBatch(incidents: [again]), from: "test")
        #expect(count == IngestCount(updated: 1))
        #expect(try read().incidents == [again])
    }

    @Test func `a service that others name is made without being counted`() throws {
        let count = try history.ingest(RecordBatch(changes: [Self.change]), from: "test")
        #expect(count == IngestCount(inserted: 1))
        #expect(try history.services() == [Service(name: "checkout")])
        let team = RecordBatch(services: [Service(name: "checkout", team: "payments")])
        #expect(try history.ingest(team, from: "test") == IngestCount(updated: 1))
        #expect(try history.ingest(team, from: "test") == IngestCount(unchanged: 1))
    }

    @Test func `one id may stand in two services`() throws {
        let other = changed(Self.deployment) { $0.service = "search" }
        let batch = RecordBatch(deployments: [Self.deployment, other])
        #expect(try history.ingest(batch, from: "test") == IngestCount(inserted: 2))
    }
}

/// A copy with something else in it.
func changed<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
    var copy = value
    change(&copy)
    return copy
}
