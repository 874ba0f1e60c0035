import Synchronization

/// The collections of costs that are under way in an open history, by the keys of their sources.
final class SharedCostMemory: Sendable {
    private struct State {
        var memories: [Int64: CostMemory] = [:]
        var leavesKeys = false
    }

    private let state = Mutex(State())

    /// Takes one out for a transaction; if that fails it stays forgotten.
    func take(_ source: Int64) -> CostMemory? {
        state.withLock { $0.memories.removeValue(forKey: source) }
    }

    func put(_ memory: CostMemory, for source: Int64) {
        state.withLock { state in
            if !memory.bills.isEmpty { state.memories[source] = memory }
            state.leavesKeys = state.leavesKeys || memory.leavesKeys && memory.bills.isEmpty
        }
    }

    func noteLooseKeys() {
        state.withLock { $0.leavesKeys = true }
    }

    /// Whether keys may be there that nothing needs, once: false while a collection is under way,
    /// since it may need them.
    func takeLooseKeys() -> Bool {
        state.withLock { state in
            guard state.leavesKeys, state.memories.isEmpty else { return false }
            state.leavesKeys = false
            return true
        }
    }
}
