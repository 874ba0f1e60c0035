import D8SModel
import D8STestSupport
import Synchronization

@testable import D8SCollect

/// What a collection delivered, in the order in which it came.
struct Outcome {
    var batches: [RecordBatch] = []
    var report: CollectReport?
    var error: CollectError?
    /// The seconds that were slept.
    var waits: [Double] = []

    var incidents: [Incident] { batches.flatMap(\.incidents) }
    var cursors: [String: String] {
        batches.reduce(into: [:]) { all, batch in
            for (name, value) in batch.cursors { all[name] = value }
        }
    }

    /// Collects with a clock that only sleeping moves.
    static func collect(
        _ source: RESTSource,
        now: Instant = "2026-11-20T00:00:00Z",
        cursors: [String: String] = [:]
    ) async -> Outcome {
        let clock = Mutex(now), batches = Mutex<[RecordBatch]>([]), waits = Mutex<[Double]>([])
        var source = source
        source.sleep = { seconds in
            waits.withLock { $0.append(seconds) }
            clock.withLock { $0 = $0.adding(seconds: seconds) }
        }
        let occasion = Occasion(now: { clock.withLock(\.self) }, cursors: cursors)
        var outcome = Outcome()
        do throws(CollectError) {
            outcome.report = try await source.collect(occasion) { batch in
                batches.withLock { $0.append(batch) }
            }
        } catch {
            outcome.error = error
        }
        outcome.batches = batches.withLock(\.self)
        outcome.waits = waits.withLock(\.self)
        return outcome
    }
}
