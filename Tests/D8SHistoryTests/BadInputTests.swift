import D8SHistory
import D8SModel
import D8STestSupport
import Testing

struct BadInputTests {
    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "test", kind: "test", interval: nil)
    }

    static let hostile = [
        "a\0b", "\0", " ", "'; DROP TABLE changes; --", "<script>alert(1)</script>",
        "../../etc/passwd", "=cmd()", "\u{202e}gnp.exe", "👩‍👩‍👧‍👦", "e\u{301}", "line\nbreak", "%s?1",
        String(repeating: "x", count: 10_000),
    ]

    @Test(arguments: hostile)
    func `any text goes in and comes out as it was`(text: String) throws {
        let time: Instant = "2026-11-01T10:00:00Z"
        let deployment = Deployment(
            service: text,
            environment: text,
            id: text,
            name: text,
            revision: text,
            finished: time,
            status: .failure,
            rework: .patch,
            reworkEvidence: text
        )
        let incident = Incident(
            service: text,
            id: text,
            title: text,
            opened: time,
            severity: text,
            deployment: text
        )
        let change = Change(
            service: text,
            revision: text,
            authored: time,
            committed: time,
            deployment: text,
            subject: text,
            author: text
        )
        let batch = RecordBatch(
            services: [Service(name: text, team: text)],
            deployments: [deployment],
            changes: [change],
            incidents: [incident]
        )
        #expect(try history.ingest(batch, from: "test") == IngestCount(inserted: 4))
        #expect(try history.ingest(batch, from: "test") == IngestCount(unchanged: 4))
        let read = try #require(try history.serviceHistories(in: text, asOf: time).first)
        #expect(read.service == Service(name: text, team: text))
        #expect(read.deployments == [deployment])
        #expect(read.incidents == [incident])
        #expect(read.changes.deployment == [0])
        #expect(try history.sources().first?.services == [text])
    }

    @Test func `names that differ after a NUL are two services`() throws {
        let batch = RecordBatch(services: [Service(name: "a\0b"), Service(name: "a\0c")])
        #expect(try history.ingest(batch, from: "test") == IngestCount(inserted: 2))
        #expect(try history.services().map(\.name) == ["a\0b", "a\0c"])
    }

    @Test func `the ends of time are stored`() throws {
        let times = [Int64.min, -1, 0, .max].map(Instant.init(milliseconds:))
        let changes = times.map {
            Change(service: "s", revision: "\($0)", authored: $0, committed: $0)
        }
        _ = try history.ingest(RecordBatch(changes: changes), from: "test")
        let read = try history.serviceHistories(asOf: Instant(milliseconds: .max))
        #expect(read.first?.changes.committed.sorted() == [.min, -1, 0, .max])
    }

    @Test(arguments: [
        (["a b"], ["a", "b"]), ([" a ", ""], ["a"]), ([""], []), (["a", "b"], ["a", "b"]),
    ])
    func `parents are ids without spaces`(given: [String], expected: [String]) throws {
        let time: Instant = "2026-11-01T10:00:00Z"
        let change = Change(
            service: "s",
            revision: "r",
            parents: given,
            authored: time,
            committed: time
        )
        _ = try history.ingest(RecordBatch(changes: [change]), from: "test")
        let columns = try #require(try history.serviceHistories(asOf: time).first).changes
        #expect(columns.graph?.parents == [expected])
        #expect(columns.isMerge == [expected.count > 1])
    }

    @Test func `a row that breaks a rule is named and nothing of its batch is kept`() throws {
        var batch = IngestionTests.batch
        batch.incidents.append(
            Incident(
                service: "checkout",
                id: "i2",
                opened: "2026-11-02T00:00:00Z",
                resolved: "2026-11-01T00:00:00Z"
            )
        )
        let error = #expect(throws: HistoryError.self) {
            try history.ingest(batch, from: "test")
        }
        let text = try #require(error?.description)
        #expect(text.contains("incident “i2” of the service “checkout”"))
        #expect(text.contains("resolved after it was opened"))
        #expect(try history.services().isEmpty)
    }

    @Test func `an empty id, revision or service is named`() throws {
        let time: Instant = "2026-11-01T10:00:00Z"
        let batches = [
            RecordBatch(services: [Service(name: "")]),
            RecordBatch(
                changes: [Change(service: "s", revision: "", authored: time, committed: time)]
            ),
            RecordBatch(incidents: [Incident(service: "s", id: "", opened: time)]),
            RecordBatch(incidents: [Incident(service: "", id: "i", opened: time)]),
        ]
        for batch in batches {
            let error = #expect(throws: HistoryError.self) {
                try history.ingest(batch, from: "test")
            }
            guard case .row = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(try history.services().isEmpty)
    }

    @Test func `records of a source that nobody registered are refused`() throws {
        #expect(throws: HistoryError.unknownSource(name: "nobody")) {
            try history.ingest(IngestionTests.batch, from: "nobody")
        }
    }

    @Test func `a session that fails takes back all its batches`() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try history.ingesting(from: "test") { session in
                try session.add(IngestionTests.batch)
                #expect(session.count == IngestCount(inserted: 4))
                throw Stop()
            }
        }
        #expect(try history.services().isEmpty)
        var kept: IngestSession?
        try history.ingesting(from: "test") { session in
            try session.add(IngestionTests.batch)
            kept = session
        }
        #expect(try history.services().count == 1)
        #expect(throws: HistoryError.self) { try kept?.add(IngestionTests.batch) }
    }
}
