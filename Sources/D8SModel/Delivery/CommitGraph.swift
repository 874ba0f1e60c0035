/// The revisions of one service's changes and their parents, by position in `ChangeColumns`.
package struct CommitGraph: Sendable {
    /// Commit id of each change.
    package let revisions: [String]
    /// Commit ids of each change's parents, the first-parent line first.
    package let parents: [[String]]

    package init(revisions: [String], parents: [[String]]) {
        self.revisions = revisions
        self.parents = parents
    }
}
