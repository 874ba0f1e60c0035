package import D8SModel

/// Where a collector puts what it reads, a batch of some thousand records at a time.
///
/// What it throws reaches the collector's caller as `CollectError.delivery`, and nothing more is
/// read.
package typealias RecordSink = (RecordBatch) throws -> Void

/// The same for a collector, which may read on several threads.
package typealias SharedSink = @Sendable (RecordBatch) throws -> Void

/// Hands a batch to the sink, unless it is empty.
func deliver(_ batch: RecordBatch, to sink: RecordSink) throws(CollectError) {
    guard !batch.isEmpty else { return }
    do {
        try sink(batch)
    } catch {
        throw .delivery(error)
    }
}
