package import D8SModel

/// An item that was there and is not any more.
package struct ResolvedItem: Hashable, Sendable {
    /// What the ledger remembered of it on the last night on which it was raised.
    package let last: LedgerEntry
    /// The first night of the unbroken row that ended.
    package let firstNight: Day
    /// How many nights with a report it was raised on.
    package let nights: Int

    package init(last: LedgerEntry, firstNight: Day, nights: Int) {
        self.last = last
        self.firstNight = firstNight
        self.nights = nights
    }
}
