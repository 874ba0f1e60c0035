package import D8SModel

/// What a night has to say: every item in its place, and what the ledger is to remember.
package struct AttentionResult: Hashable, Sendable {
    /// What needs attention, in rank order.
    package let items: [Item]
    /// What somebody accepted for a while, in rank order.
    package let accepted: [Item]
    /// What was raised when last looked at and is gone tonight, by id; shown this once.
    package let resolved: [ResolvedItem]
    /// What was raised when last looked at and cannot be seen tonight, because every source of its
    /// service is silent: neither raised nor resolved; by id.
    package let unseen: [LedgerEntry]
    /// Services of which no source is fresh, by name: nothing is known of them tonight.
    package let blindServices: [String]
    /// Tonight's entries for the ledger, by item id; an unseen item has none and so stays as it was.
    package let entries: [LedgerEntry]
    /// Acceptances whose time is over and whose item is raised again, by item id.
    package let expiredAcceptances: [Acceptance]
    /// Acceptances of items that are not there (any more), by item id.
    package let unusedAcceptances: [Acceptance]

    package init(
        items: [Item],
        accepted: [Item],
        resolved: [ResolvedItem],
        unseen: [LedgerEntry],
        blindServices: [String],
        entries: [LedgerEntry],
        expiredAcceptances: [Acceptance],
        unusedAcceptances: [Acceptance]
    ) {
        self.items = items
        self.accepted = accepted
        self.resolved = resolved
        self.unseen = unseen
        self.blindServices = blindServices
        self.entries = entries
        self.expiredAcceptances = expiredAcceptances
        self.unusedAcceptances = unusedAcceptances
    }
}
