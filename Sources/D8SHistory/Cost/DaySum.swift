import D8SModel

/// The sums of the charges of one key on one day of one statement.
struct DaySum {
    var amounts = CostAmounts()
    var consumedQuantity: ExactDecimal?
    var pricingQuantity: ExactDecimal?
    var lines = 0
    var linesWithoutBilled = 0
    var linesWithoutEffective = 0

    /// Adds a charge; false if a sum does not fit.
    @inline(__always)
    mutating func add(_ entry: CostEntry) -> Bool {
        lines += 1
        if entry.amounts.billed == nil { linesWithoutBilled += 1 }
        if entry.amounts.effective == nil { linesWithoutEffective += 1 }
        return add(entry.amounts, entry.consumedQuantity, entry.pricingQuantity)
    }

    /// Adds other sums of the same day and key; false if a sum does not fit.
    mutating func add(_ other: DaySum) -> Bool {
        lines += other.lines
        linesWithoutBilled += other.linesWithoutBilled
        linesWithoutEffective += other.linesWithoutEffective
        return add(other.amounts, other.consumedQuantity, other.pricingQuantity)
    }

    @inline(__always)
    private mutating func add(
        _ other: CostAmounts,
        _ consumed: ExactDecimal?,
        _ pricing: ExactDecimal?
    ) -> Bool {
        amounts.add(other) && consumedQuantity.add(consumed) && pricingQuantity.add(pricing)
    }
}

extension CostAmounts {
    /// Adds what is known; false if a sum does not fit.
    @inline(__always)
    mutating func add(_ other: CostAmounts) -> Bool {
        billed.add(other.billed) && effective.add(other.effective) && list.add(other.list)
            && contracted.add(other.contracted)
    }
}

extension ExactDecimal? {
    /// Adds what is known to what is known; false if the sum does not fit.
    @inline(__always)
    fileprivate mutating func add(_ other: ExactDecimal?) -> Bool {
        guard let other else { return true }
        guard let known = self else {
            self = other
            return true
        }
        guard let sum = known.adding(other) else { return false }
        self = sum
        return true
    }
}
