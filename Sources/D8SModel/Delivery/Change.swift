/// One commit of a service.
package struct Change: Hashable, Sendable {
    package var service: String
    /// The commit id, unique within the service.
    package var revision: String
    /// Commit ids of the parents, the first-parent line first; empty for a root or when unknown.
    package var parents: [String]
    package var authored: Instant
    package var committed: Instant
    /// When it reached the main line; nil if nobody said.
    package var merged: Instant?
    /// Id of the deployment that first carried it, if its source knows; nil leaves it to ancestry.
    package var deployment: String?
    /// First line of the message; nil if unknown.
    package var subject: String?
    package var author: String?

    package init(
        service: String,
        revision: String,
        parents: [String] = [],
        authored: Instant,
        committed: Instant,
        merged: Instant? = nil,
        deployment: String? = nil,
        subject: String? = nil,
        author: String? = nil
    ) {
        self.service = service
        self.revision = revision
        self.parents = parents
        self.authored = authored
        self.committed = committed
        self.merged = merged
        self.deployment = deployment
        self.subject = subject
        self.author = author
    }

    /// A merge commit has no lead time of its own: its work is in its parents.
    package var isMerge: Bool { parents.count > 1 }
}
