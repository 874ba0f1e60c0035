package import D8SModel

/// Where a collector puts what it reads, a batch of some thousand records at a time.
///
/// What it throws reaches the collector's caller as `CollectError.delivery`, and nothing more is
/// read.
package typealias RecordSink = (RecordBatch) throws -> Void
