/// Somebody's word that an item may stay as it is for a while; kept in a file under git.
package struct Acceptance: Hashable, Sendable {
    /// The item's id.
    package let item: String
    package let reason: String
    package let owner: String
    /// The last day on which it holds.
    package let until: Day

    package init(item: String, reason: String, owner: String, until: Day) {
        self.item = item
        self.reason = reason
        self.owner = owner
        self.until = until
    }
}
