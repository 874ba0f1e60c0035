/// Some thousand charges of a collection, with the keys and bills that come with them.
///
/// Bills and keys are numbered from 0 over all batches of one collection; each stands in the batch
/// in which it is met first. What the batches bring counts only from the one that closes them on.
package struct CostBatch: Hashable, Sendable {
    /// Whether the numbers begin anew with it: what was brought and not closed before is dropped.
    package var isFirst: Bool
    /// The bills that are new, in the order of their numbers.
    package var bills: [CostBill]
    /// The keys that are new, in the order of their numbers.
    package var keys: [CostKey]
    package var entries: [CostEntry]
    /// With the last batch, how each bill ended, by its number; empty before.
    package var endings: [CostEnding]

    package init(
        isFirst: Bool = false,
        bills: [CostBill] = [],
        keys: [CostKey] = [],
        entries: [CostEntry] = [],
        endings: [CostEnding] = []
    ) {
        self.isFirst = isFirst
        self.bills = bills
        self.keys = keys
        self.entries = entries
        self.endings = endings
    }

    package var isEmpty: Bool {
        !isFirst && bills.isEmpty && keys.isEmpty && entries.isEmpty && endings.isEmpty
    }
}
