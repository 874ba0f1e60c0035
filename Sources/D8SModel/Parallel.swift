import Foundation

/// Work on many values on all processors, results in the order of the values.
package enum Parallel {
    /// Values are taken in stripes, so that a run of large files does not end on one processor.
    package static func map<Value: Sendable, Output: Sendable>(
        _ values: [Value],
        _ transform: @escaping @Sendable (Value) -> Output
    ) async -> [Output] {
        let stripes = max(1, min(ProcessInfo.processInfo.activeProcessorCount, values.count))
        let parts = await withTaskGroup(of: (Int, [Output]).self) { group in
            for stripe in 0..<stripes {
                group.addTask {
                    let indices = stride(from: stripe, to: values.count, by: stripes)
                    return (stripe, indices.map { transform(values[$0]) })
                }
            }
            return await group.reduce(into: [Int: [Output]]()) { $0[$1.0] = $1.1 }
        }
        return values.indices.compactMap { parts[$0 % stripes]?[$0 / stripes] }
    }
}
