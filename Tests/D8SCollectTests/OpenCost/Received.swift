import D8SModel
import Synchronization

/// The batches of costs that a collector delivered.
final class Received: Sendable {
    private let all = Mutex<[CostBatch]>([])

    var batches: [CostBatch] { all.withLock(\.self) }

    func add(_ batch: CostBatch) {
        all.withLock { $0.append(batch) }
    }
}
