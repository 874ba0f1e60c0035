/// A server that a source names as its engine and that does not answer.
package struct SilentEngine: Hashable, Sendable {
    /// The source's name.
    package var source: String
    /// What the server said, or why it could not be reached.
    package var reason: String

    package init(source: String, reason: String) {
        self.source = source
        self.reason = reason
    }
}
