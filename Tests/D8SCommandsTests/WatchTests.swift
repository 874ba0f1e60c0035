import D8SCollect
import D8SHistory
import D8SModel
import Logging
import Synchronization
import Testing

@testable import D8SCommands

struct WatchTests {
    private let start = Instant(seconds: 1_790_000_000)

    @Test(arguments: [
        (0.0, 60.0), (1.0, 60.0), (59.9, 60.0), (60.0, 120.0), (61.0, 120.0), (600.0, 660.0),
        (-5.0, 60.0),
    ])
    func `the next round is the first beat still to come`(elapsed: Double, next: Double) {
        let now = start.adding(seconds: elapsed)
        #expect(
            Watch.next(after: start, now: now, interval: 60) == start.adding(seconds: next)
        )
    }

    @Test func `each source is read at its own interval until it is ended`() async throws {
        let clock = Mutex(start)
        let history = try History.inMemory()
        let collection = Collection(history: history, log: Progress.logger(quiet: true)) {
            clock.withLock(\.self)
        }
        let end = start.adding(seconds: 600)
        let watch = Watch(collection: collection, log: collection.log) { seconds in
            let isOver = clock.withLock { now in
                now = now.adding(seconds: seconds)
                return now > end
            }
            if isOver { throw CancellationError() }
        }
        let counted = CountingCollector()
        try await watch.run([
            SourceConfiguration(name: "counted", interval: 60, collector: counted)
        ])
        // At 0, 60 … 600.
        #expect(counted.rounds.withLock(\.self) == 11)
        let state = try #require(try history.sources().first)
        #expect(state.lastError == "counted cannot be reached: it is away.")
        #expect(state.lastSuccess != nil)
    }
}

/// Answers every other time.
private final class CountingCollector: Collector {
    let kind = "count"
    let rounds = Mutex(0)

    func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        let round = rounds.withLock { rounds in
            rounds += 1
            return rounds
        }
        guard round.isMultiple(of: 2) else {
            throw .unreachable(address: "counted", reason: "it is away")
        }
        return CollectReport()
    }
}
