package import D8SModel

/// What changed between two releases that follow one another by version.
package struct ReleaseDelta: Hashable, Sendable {
    package let previous: String
    package let release: String
    package let finished: Instant
    /// Commits, merges included, that the release holds and the previous one does not:
    /// `git rev-list --count previous..release`.
    package let added: Int
    /// Commits, merges included, that the previous one holds and the release does not.
    package let lost: Int

    package init(previous: String, release: String, finished: Instant, added: Int, lost: Int) {
        self.previous = previous
        self.release = release
        self.finished = finished
        self.added = added
        self.lost = lost
    }
}
