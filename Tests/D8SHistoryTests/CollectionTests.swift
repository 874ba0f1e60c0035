import D8SHistory
import D8SModel
import D8STestSupport
import Testing

struct CollectionTests {
    let history: History

    init() throws {
        history = try History.inMemory()
        try history.register(source: "git:b", kind: "git", interval: 86_400)
        try history.register(source: "import:a", kind: "import", interval: nil)
    }

    @Test func `a source that was never collected has no times`() throws {
        #expect(
            try history.sources() == [
                state("git:b", kind: "git", interval: 86_400),
                state("import:a", kind: "import"),
            ]
        )
    }

    @Test func `registering again changes kind and interval`() throws {
        try history.register(source: "git:b", kind: "mercurial", interval: 60)
        #expect(try history.sources().first == state("git:b", kind: "mercurial", interval: 60))
    }

    @Test(arguments: [0, -1, Double.nan])
    func `an interval of nothing is refused, one that is not a number is none`(
        interval: Double
    ) throws {
        guard !interval.isNaN else {
            try history.register(source: "git:b", kind: "git", interval: interval)
            #expect(try history.sources().first?.interval == nil)
            return
        }
        #expect(throws: HistoryError.self) {
            try history.register(source: "git:b", kind: "git", interval: interval)
        }
    }

    @Test func `a failure after a success keeps what the success brought`() throws {
        _ = try history.ingest(
            RecordBatch(services: [Service(name: "search"), Service(name: "checkout")]),
            from: "git:b"
        )
        let good = CollectionAttempt(
            started: "2026-11-01T00:00:00Z",
            finished: "2026-11-01T00:01:00Z",
            count: IngestCount(inserted: 2),
            rejected: 3,
            newestEvent: "2026-10-31T00:00:00Z"
        )
        let bad = CollectionAttempt(
            started: "2026-11-02T00:00:00Z",
            finished: "2026-11-02T00:02:00Z",
            error: "no route to host"
        )
        for attempt in [good, bad, good] { try history.record(attempt, of: "git:b") }
        #expect(
            try history.sources().first
                == SourceState(
                    name: "git:b",
                    kind: "git",
                    interval: 86_400,
                    lastSuccess: "2026-11-01T00:01:00Z",
                    newestEvent: "2026-10-31T00:00:00Z",
                    lastAttempt: "2026-11-02T00:02:00Z",
                    lastError: "no route to host",
                    services: ["checkout", "search"],
                    rejected: 3
                )
        )
        try history.record(changed(good) { $0.started = "2026-11-03T00:00:00Z" }, of: "git:b")
        #expect(try history.sources().first?.lastError == nil)
    }

    @Test func `an attempt of a source that nobody registered is refused`() throws {
        let attempt = CollectionAttempt(
            started: "2026-11-01T00:00:00Z",
            finished: "2026-11-01T00:01:00Z"
        )
        #expect(throws: HistoryError.unknownSource(name: "nobody")) {
            try history.record(attempt, of: "nobody")
        }
    }

    private func state(_ name: String, kind: String, interval: Double? = nil) -> SourceState {
        SourceState(
            name: name,
            kind: kind,
            interval: interval,
            lastSuccess: nil,
            newestEvent: nil,
            lastAttempt: nil,
            lastError: nil,
            services: [],
            rejected: 0
        )
    }
}
