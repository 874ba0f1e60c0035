import Synchronization

/// A typesetter that one thread uses at a time, made when it is first needed.
final class TypesetterSlot: Sendable {
    private let typesetter = Mutex<Typesetter?>(nil)

    /// Runs the work with the typesetter, waiting for it if it is in use.
    func wait<Result: Sendable, E: Error>(
        _ work: (Typesetter?) throws(E) -> Result
    ) throws(E) -> Result {
        try typesetter.withLock { (typesetter) throws(E) -> Result in
            if typesetter == nil { typesetter = Typesetter() }
            return try work(typesetter)
        }
    }

    /// Runs the work with the typesetter; nil, without having run it, if it is in use.
    func tryNow<Result: Sendable, E: Error>(
        _ work: (Typesetter?) throws(E) -> Result
    ) throws(E) -> Result? {
        try typesetter.withLockIfAvailable { (typesetter) throws(E) -> Result in
            if typesetter == nil { typesetter = Typesetter() }
            return try work(typesetter)
        }
    }
}
