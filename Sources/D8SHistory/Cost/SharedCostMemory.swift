import Synchronization

/// The collections of costs that are under way in an open history, by the keys of their sources.
final class SharedCostMemory: Sendable {
    private let memories = Mutex<[Int64: CostMemory]>([:])

    /// Takes one out for a transaction; if that fails it stays forgotten.
    func take(_ source: Int64) -> CostMemory? {
        memories.withLock { $0.removeValue(forKey: source) }
    }

    func put(_ memory: CostMemory, for source: Int64) {
        memories.withLock { $0[source] = memory }
    }
}
