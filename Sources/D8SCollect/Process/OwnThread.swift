import Dispatch
import Synchronization

/// Runs work that waits for files, programs or a database on a thread of its own, so that it holds
/// up nobody who waits for the network.
///
/// When this returns, the work is gone with everything it held: a history that nobody else holds is
/// closed, and its log is folded into its file.
package func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws(CollectError) -> Value
) async throws(CollectError) -> Value {
    let result = OwnThreadResult<Value>()
    let thread = DispatchQueue(label: "collect")
    thread.async {
        let outcome: Result<Value, CollectError>
        do throws(CollectError) {
            outcome = .success(try work())
        } catch {
            outcome = .failure(error)
        }
        result.outcome.withLock { $0 = outcome }
    }
    // A block of its own, since a queue lets go of one before it begins the next.
    await withCheckedContinuation { continuation in
        thread.async { continuation.resume() }
    }
    guard let outcome = result.outcome.withLock(\.self) else {
        throw .unusable(what: "The work", reason: "it gave no result", mend: "Run it again.")
    }
    return try outcome.get()
}

/// Where the work leaves its result.
private final class OwnThreadResult<Value: Sendable>: Sendable {
    let outcome = Mutex<Result<Value, CollectError>?>(nil)
}
