import Synchronization

/// The one memory of series that all users of an open history share.
final class SharedSeriesMemory: Sendable {
    private let memory = Mutex(SeriesMemory())

    /// Takes it out for a transaction; if that fails it stays forgotten.
    func take() -> SeriesMemory {
        memory.withLock { $0.taken() }
    }

    func put(_ remembered: SeriesMemory) {
        memory.withLock { $0 = remembered }
    }

    func forget() {
        put(SeriesMemory())
    }
}
