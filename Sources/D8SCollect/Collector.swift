/// One configured source: what reads it.
package protocol Collector: Sendable {
    /// For example `git`, `scrape`, `kubernetes`: the kind that the history keeps.
    var kind: String { get }

    /// The secrets it needs, so that a check can say which are missing.
    var secrets: [Secret] { get }

    /// Reads what is there and delivers it, a batch after the other.
    ///
    /// - Parameters:
    ///   - occasion: The clock, and what is known of earlier collections.
    ///   - sink: What receives the records. If it throws, nothing more is read.
    /// - Returns: How much was read, what could not be used, and what a person should know.
    /// - Throws: `CollectError` if the source cannot be read at all, or not to its end; what was
    ///   delivered until then stays, and its cursors tell where to go on.
    func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport
}

extension Collector {
    package var secrets: [Secret] { [] }
}
