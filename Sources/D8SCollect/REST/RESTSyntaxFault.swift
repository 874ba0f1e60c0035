/// Why a path or a template of a declaration cannot be used.
package struct RESTSyntaxFault: Error, Hashable, Sendable {
    /// A sentence about it, without the text itself: `a ] is missing`.
    package let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
