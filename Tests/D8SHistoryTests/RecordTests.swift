import D8SModel
import D8STestSupport
import Foundation
import GRDB
import Testing

@testable import D8SHistory

/// Runs, alerts, metrics and cursors.
struct RecordTests {
    let history: History
    static let window = Window(start: "2026-11-01T00:00:00Z", end: "2026-11-02T00:00:00Z")
    static let run = Run(
        id: "uid-1",
        kind: .task,
        name: "build-x7k2p",
        pipeline: "build",
        namespace: "ci",
        parent: "uid-0",
        task: "compile",
        service: "checkout",
        created: "2026-11-01T10:00:00Z",
        started: "2026-11-01T10:00:05Z",
        finished: nil,
        status: .running,
        reason: "Running",
        message: "Not all steps are done",
        retries: 1,
        pod: "build-x7k2p-pod",
        steps: [
            RunStep(name: "prepare", kind: .initial, exitCode: 0, cpuRequest: 0.5),
            RunStep(name: "compile", started: "2026-11-01T10:00:06Z", memoryRequest: 1e9),
        ]
    )
    static let alert = Alert(
        series: Series(
            metric: "ALERTS",
            labels: [Label("severity", "page"), Label("alertname", "Down")]
        ),
        started: "2026-11-01T09:00:00Z",
        summary: "db1 is down"
    )

    init() throws {
        history = try History.inMemory()
        try history.register(source: "s", kind: "test", interval: nil)
        try history.register(source: "t", kind: "test", interval: nil)
    }

    @Test func `a run is read as it was said, and completed by what comes later`() throws {
        let batch = RecordBatch(runs: [Self.run])
        #expect(try history.ingest(batch, from: "s") == IngestCount(inserted: 1))
        #expect(try history.ingest(batch, from: "s") == IngestCount(unchanged: 1))
        #expect(try history.runs(in: Self.window) == [Self.run])
        var done = Self.run
        done.finished = "2026-11-01T10:09:00Z"
        done.status = .success
        done.steps[1].exitCode = 0
        var said = done
        said.pod = nil
        said.service = nil
        #expect(try history.ingest(RecordBatch(runs: [said]), from: "s") == IngestCount(updated: 1))
        #expect(try history.runs(in: Self.window) == [done])
        said.steps = []
        #expect(try history.ingest(RecordBatch(runs: [said]), from: "s").unchanged == 1)
        #expect(try history.runs(in: Self.window) == [done])
        #expect(try history.services().map(\.name) == ["checkout"])
        let other = Window(start: Self.window.end, end: "2026-12-01T00:00:00Z")
        #expect(try history.runs(in: other).isEmpty)
    }

    @Test(arguments: [true, false])
    func `a run was created when the earliest delivery says, whichever comes first`(
        isInOrder: Bool
    ) throws {
        let begun = Self.run
        let over = changed(Self.run) {
            $0.created = "2026-11-01T10:09:00Z"
            $0.finished = "2026-11-01T10:09:00Z"
        }
        for run in isInOrder ? [begun, over] : [over, begun] {
            _ = try history.ingest(RecordBatch(runs: [run]), from: "s")
        }
        let known = changed(begun) { $0.finished = over.finished }
        #expect(try history.runs(in: Self.window) == [known])
        #expect(try history.ingest(RecordBatch(runs: [over]), from: "s").unchanged == 1)
    }

    @Test func `an alert fires until a source says when it ended`() throws {
        let batch = RecordBatch(alerts: [Self.alert])
        #expect(try history.ingest(batch, from: "s") == IngestCount(inserted: 1))
        #expect(try history.ingest(batch, from: "t") == IngestCount(unchanged: 1))
        let later = Window(start: "2026-11-05T00:00:00Z", end: "2026-11-06T00:00:00Z")
        #expect(try history.alerts(overlapping: later) == [Self.alert])
        let ended = changed(Self.alert) {
            $0.ended = "2026-11-01T09:30:00Z"
            $0.summary = nil
        }
        #expect(try history.ingest(RecordBatch(alerts: [ended]), from: "s").updated == 1)
        #expect(try history.alerts(overlapping: later).isEmpty)
        let known = changed(Self.alert) { $0.ended = ended.ended }
        #expect(try history.alerts(overlapping: Self.window) == [known])
        #expect(try history.ingest(batch, from: "s") == IngestCount(unchanged: 1))
    }

    @Test func `metrics complete each other`() throws {
        let said = [
            Metric(name: "up", kind: .unknown, help: "Whether it is up"),
            Metric(name: "a", kind: .counter, unit: "seconds"),
        ]
        _ = try history.ingest(RecordBatch(metrics: said), from: "s")
        let more = Metric(name: "up", kind: .gauge)
        _ = try history.ingest(RecordBatch(metrics: [more]), from: "s")
        _ = try history.ingest(RecordBatch(metrics: said), from: "t")
        #expect(
            try history.metrics() == [
                said[1], Metric(name: "up", kind: .gauge, help: "Whether it is up"),
            ]
        )
    }

    @Test func `cursors are kept for each source and forgotten when nil`() throws {
        let set = RecordBatch(cursors: ["page": "7", "": "x"])
        _ = try history.ingest(set, from: "s")
        _ = try history.ingest(RecordBatch(cursors: ["page": "1"]), from: "t")
        #expect(try history.cursors(of: "s") == ["page": "7", "": "x"])
        let forgotten: [String: String?] = ["page": nil]
        _ = try history.ingest(RecordBatch(cursors: forgotten), from: "s")
        #expect(try history.cursors(of: "s") == ["": "x"])
        #expect(try history.cursors(of: "t") == ["page": "1"])
        #expect(try history.cursors(of: "nobody").isEmpty)
    }

    @Test func `a batch that fails leaves neither samples nor cursors`() throws {
        let list = SeriesList([Series(metric: "up")])
        var batch = RecordBatch(
            rounds: [SampleRound(list: list, positions: [0], times: [1], values: [1])],
            cursors: ["page": "7"]
        )
        batch.alerts = [changed(Self.alert) { $0.ended = Instant(milliseconds: 0) }]
        #expect(throws: HistoryError.self) { try history.ingest(batch, from: "s") }
        #expect(try history.cursors(of: "s").isEmpty)
        #expect(try history.series().isEmpty)
        batch.alerts = []
        _ = try history.ingest(batch, from: "s")
        #expect(try history.series() == [Series(metric: "up")])
        #expect(try history.cursors(of: "s") == ["page": "7"])
    }

    static let escaped: [(text: String, parts: [String])] = [
        (#"{}"#, []), (#"{"a":"b"}"#, ["a", "b"]),
        (#" { "a" : "\u00fc\ud83d\ude00\/\n" } "#, ["a", "ü😀/\n"]),
    ]

    @Test(arguments: escaped)
    func `labels are read with the escapes that JSON allows`(text: String, parts: [String]) {
        let read = Array(text.utf8).withUnsafeBytes { bytes in
            var reader = LabelTextReader(bytes)
            return reader.key()
        }
        let key: [UInt8] = parts.flatMap { Array($0.utf8) + [LabelText.end] }
        #expect(read == key)
    }

    @Test(arguments: ["", "{", "[]", #"{"a"}"#, #"{"a":1}"#, #"{"a":"b",}"#, #"{"a":"\ud83d"}"#])
    func `labels that are no object of texts are no labels`(text: String) {
        let read = Array(text.utf8).withUnsafeBytes { bytes in
            var reader = LabelTextReader(bytes)
            return reader.key()
        }
        #expect(read == nil)
    }

    @Test func `labels have the text that JSON.stringify gives`() {
        // node -e 'console.log(JSON.stringify({a: "ü\"\\\n\u0001", cpu: "0"}))'
        let expected = #"{"a":"ü\"\\\n\u0001","cpu":"0"}"#
        #expect(
            String(decoding: LabelText.object(of: SampleTests.series(0)), as: UTF8.self) == expected
        )
    }
}
