/// One finding in the words of one audience, as plain text.
package struct Statement: Hashable, Sendable {
    /// A full sentence without a full stop: `checkout fails one deployment in five`.
    package let title: String
    /// What changed from what, since when: one to three sentences.
    package let detail: String

    package init(title: String, detail: String) {
        self.title = title
        self.detail = detail
    }
}
