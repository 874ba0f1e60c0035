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

    /// A history that knows the source `test`.
    static func history() throws -> History {
        let history = try History.inMemory()
        try history.register(source: "test", kind: "test", interval: nil)
        return history
    }

    @Test func `the same batch twice inserts once and changes nothing after`() throws {
        let history = try Self.history()
        #expect(try history.ingest(Self.batch, from: "test") == IngestCount(inserted: 4))
        #expect(try history.ingest(Self.batch, from: "test") == IngestCount(unchanged: 4))
    }

    @Test func `what was ingested is read back whole`() throws {
        let history = try Self.history()
        _ = try history.ingest(Self.batch, from: "test")
        let read = try #require(
            try history.serviceHistories(asOf: "2026-11-02T00:00:00Z").first
        )
        #expect(read.service == Service(name: "checkout", team: "payments"))
        #expect(read.deployments == [Self.deployment])
        #expect(read.incidents == [Self.incident])
        #expect(read.changes.authored == [Self.change.authored.milliseconds])
        #expect(read.changes.committed == [Self.change.committed.milliseconds])
        #expect(read.changes.isMerge == [true])
        #expect(read.changes.deployment == [0])
        #expect(read.changes.graph == nil)
    }
}
