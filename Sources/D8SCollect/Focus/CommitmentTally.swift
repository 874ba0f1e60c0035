import D8SModel

/// What one commitment cost when it was bought, and what its use was charged.
///
/// FOCUS 1.2, "Effective Cost": over the time that a commitment is bought for, the effective costs
/// of what it covered (`Used`) and of what it did not (`Unused`) are what was billed for it.
struct CommitmentTally {
    let id: String
    private var bought = ExactSum()
    private var used = ExactSum()
    private var boughtSpan: Window?
    private var usedSpan: Window?
    private var currency: Currency?
    private var isMixed = false

    init(id: String) {
        self.id = id
    }

    mutating func bought(_ entry: CostEntry, _ currency: Currency) {
        note(currency)
        if let billed = entry.amounts.billed { bought.add(billed) }
        boughtSpan = Self.joined(boughtSpan, entry.chargePeriod)
    }

    mutating func used(_ entry: CostEntry, _ currency: Currency) {
        note(currency)
        if let effective = entry.amounts.effective { used.add(effective) }
        usedSpan = Self.joined(usedSpan, entry.chargePeriod)
    }

    /// Says by how much they differ; nil if they are equal, and where the export has not the whole
    /// use of what was bought, or more.
    var sentence: String? {
        guard let span = boughtSpan, span == usedSpan, !isMixed, let currency,
            let bought = bought.value, let used = used.value, bought != used
        else { return nil }
        return "The commitment \(id.abridged) was bought for \(bought) \(currency), while its used"
            + " and unused parts cost \(used) \(currency)."
    }

    private mutating func note(_ other: Currency) {
        isMixed = isMixed || currency ?? other != other
        currency = other
    }

    private static func joined(_ span: Window?, _ period: Window) -> Window {
        guard let span else { return period }
        return Window(start: min(span.start, period.start), end: max(span.end, period.end))
    }
}
