/// What the methods page says about one rule; the same text as the rule's doc comment.
package struct Rule: Hashable, Sendable {
    /// For example `change-fail-rate-worse`.
    package let name: String
    package let title: String
    package let firesWhen: String
    package let silentWhen: String
    package let whyItMatters: String

    package init(
        name: String,
        title: String,
        firesWhen: String,
        silentWhen: String,
        whyItMatters: String
    ) {
        self.name = name
        self.title = title
        self.firesWhen = firesWhen
        self.silentWhen = silentWhen
        self.whyItMatters = whyItMatters
    }
}
