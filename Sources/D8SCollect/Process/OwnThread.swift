import Dispatch

/// Runs work that waits for files, programs or a database on a thread of its own, so that it holds
/// up nobody who waits for the network.
package func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws(CollectError) -> Value
) async throws(CollectError) -> Value {
    let result = await withCheckedContinuation { continuation in
        DispatchQueue(label: "collect").async {
            let result: Result<Value, CollectError>
            do throws(CollectError) {
                result = .success(try work())
            } catch {
                result = .failure(error)
            }
            continuation.resume(returning: result)
        }
    }
    return try result.get()
}
