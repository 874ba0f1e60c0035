import D8SModel
import D8STestSupport
import Foundation
import Synchronization
import Testing

@testable import D8SPublish

@Suite struct ReaderTests {
    /// What one reader saw through one open folder: every file that `edition.json` lists has its
    /// digest, or the folder went away while it was being read (then it was the old edition).
    private enum Sight { case whole, gone, torn(String) }

    private static func look(at target: String) -> Sight {
        let folder = open(target, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return .torn("there is no target") }
        defer { close(folder) }
        let base = "/proc/self/fd/\(folder)/"
        guard let record = FileManager.default.contents(atPath: base + "edition.json") else {
            return isPublished(folder, target) ? .torn("there is no record") : .gone
        }
        guard let edition = EditionRecord(json: Array(record)) else { return .torn("the record") }
        for file in edition.files {
            guard let content = FileManager.default.contents(atPath: base + file.path) else {
                // Only an edition that is not published any more may lose files.
                return isPublished(folder, target) ? .torn(file.path) : .gone
            }
            if Digest.sha256(Array(content)) != file.sha256 { return .torn(file.path) }
        }
        return .whole
    }

    private static func isPublished(_ folder: Int32, _ target: String) -> Bool {
        var held = stat(), there = stat()
        return fstat(folder, &held) == 0 && stat(target, &there) == 0
            && held.st_ino == there.st_ino
    }

    /// A thread of its own that looks again and again: tasks share too few threads for that.
    private final class Reader: Sendable {
        private let torn = Mutex<[String]>([])
        private let whole = Mutex(0)
        private let isDone = Mutex(false)

        func start(_ target: String) {
            Thread.detachNewThread {
                while !self.isDone.withLock({ $0 }) {
                    switch ReaderTests.look(at: target) {
                    case .whole: self.whole.withLock { $0 += 1 }
                    case .gone: break
                    case .torn(let what): self.torn.withLock { $0.append(what) }
                    }
                    usleep(500)
                }
            }
        }

        func stop() -> (whole: Int, torn: [String]) {
            isDone.withLock { $0 = true }
            return (whole.withLock { $0 }, torn.withLock { $0 })
        }
    }

    @Test(arguments: [true, false])
    func `a reader never sees half an edition`(canExchange: Bool) async throws {
        let scratch = try Scratch()
        let target = scratch.target
        let world =
            canExchange ? World.quick : World(isDurable: false, exchange: { _, _ in EINVAL })
        let publisher = scratch.publisher(retention: Retention(count: 2), world: world)
        let start = try #require(Day(iso8601: "2026-01-01"))
        // Where the folder becomes a link it does so in the first two runs: readers come after.
        for word in ["a", "b"] {
            _ = try await publisher.publish(site(word), night: night("\(start)"), summary: summary)
        }
        let reader = Reader()
        reader.start(target)
        for number in 1...100 {
            let day = start.adding(days: number % 5)
            _ = try await publisher.publish(
                site("\(number)"),
                night: night("\(day)"),
                summary: summary
            )
        }
        let seen = reader.stop()
        #expect(seen.whole > 10)
        #expect(seen.torn == [])
    }
}
