import D8SHistory
import D8SModel
import Foundation
import Testing

/// Several connections to one file, as several processes have them.
struct SharingTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("history.sqlite")
    }

    @Test func `a second writer waits, then says that the history is in use`() throws {
        let first = try History(at: path)
        try first.register(source: "test", kind: "test", interval: nil)
        let second = try History(at: path, patience: 0.1)
        try first.ingesting(from: "test") { session in
            try session.add(IngestionTests.batch)
            #expect(throws: HistoryError.busy(path: path, seconds: 0.1)) {
                try second.ingest(IngestionTests.batch, from: "test")
            }
            // Reading goes on meanwhile, and sees nothing of what is not yet finished.
            #expect(try second.services().isEmpty)
            #expect(try History(readingAt: path).services().isEmpty)
        }
        #expect(
            try second.ingest(IngestionTests.batch, from: "test") == IngestCount(unchanged: 4)
        )
    }

    @Test func `a reader sees one state while another writes`() throws {
        let writer = try History(at: path)
        try writer.register(source: "test", kind: "test", interval: nil)
        let services = RecordBatch(services: [Service(name: "a"), Service(name: "b")])
        _ = try writer.ingest(services, from: "test")
        let reader = try History(readingAt: path)
        var seen: [Int] = []
        try reader.forEachService(asOf: Instant(milliseconds: .max)) { service in
            seen.append(service.incidents.count)
            let incident = Incident(service: "b", id: "i", opened: Instant(milliseconds: 0))
            _ = try? writer.ingest(RecordBatch(incidents: [incident]), from: "test")
        }
        #expect(seen == [0, 0])
        let after = try reader.serviceHistories(asOf: Instant(milliseconds: .max))
        #expect(after.map(\.incidents.count) == [0, 1])
    }

    @Test func `many open and write at once`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask { [path] in
                    let history = try History(at: path)
                    try history.register(source: "s\(number)", kind: "test", interval: nil)
                    let batch = RecordBatch(services: [Service(name: "service \(number)")])
                    _ = try history.ingest(batch, from: "s\(number)")
                }
            }
            try await group.waitForAll()
        }
        let history = try History(at: path)
        #expect(try history.sources().map(\.name) == (0..<8).map { "s\($0)" })
        #expect(try history.services().count == 8)
    }
}
