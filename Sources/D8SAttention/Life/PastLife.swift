import D8SModel

/// What the ledger remembers of one item since it was last resolved.
///
/// An entry is written for an item on every night with a report on which it is raised, and one
/// last entry when it is gone. So the last entry alone tells whether the item is still there:
/// nights on which no report was made leave no entries, and break nothing.
struct PastLife {
    /// One entry a night, oldest first; never empty, none of them resolved.
    let nights: [LedgerEntry]
    let first: LedgerEntry
    let last: LedgerEntry

    /// Lives that had not ended before this night, by item id.
    static func byItem(_ ledger: [LedgerEntry], before tonight: Day) -> [String: PastLife] {
        Dictionary(grouping: ledger.filter { $0.night < tonight }, by: \.item)
            .compactMapValues(PastLife.init)
    }

    /// Nil if there is no entry or the last one says that the item is gone.
    init?(_ entries: [LedgerEntry]) {
        let sorted = entries.sorted { $0.night < $1.night }
        var nights: [LedgerEntry] = []
        for entry in sorted {
            if entry.state == .resolved {
                nights = []
            } else if nights.last?.night != entry.night {
                nights.append(entry)
            }
        }
        guard let first = nights.first, let last = nights.last else { return nil }
        self.nights = nights
        self.first = first
        self.last = last
    }

    /// The entry that last told a reader something: new, worse or better.
    ///
    /// A magnitude is compared with this one and not with last night's, so that a slow creep is
    /// told once it adds up.
    var told: LedgerEntry {
        nights.last { [.new, .worse, .better].contains($0.state) } ?? first
    }

    /// The first entry of the latest row of nights on which the item was accepted.
    var acceptedSince: LedgerEntry? {
        guard let end = nights.lastIndex(where: { $0.state == .accepted }) else { return nil }
        let before = nights[..<end].lastIndex { $0.state != .accepted }
        return nights[(before ?? -1) + 1]
    }

    /// The first of the latest nights on which it was raised, not accepted, and at least this severe.
    func raisedSince(_ severity: Severity) -> Day? {
        nights.reversed().prefix { $0.state != .accepted && $0.severity >= severity }.last?.night
    }

    var resolved: ResolvedItem {
        ResolvedItem(last: last, firstNight: first.night, nights: nights.count)
    }
}
