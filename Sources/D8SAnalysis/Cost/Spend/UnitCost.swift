package import D8SModel

/// What one of something cost in a span of days.
package struct UnitCost: Hashable, Sendable {
    package let unit: CostUnit
    package let days: Range<Day>
    package let spent: ExactDecimal
    /// How many there were; nil where a day's number is not known.
    package let count: Double?
    /// The same for as many days just before; nil if not known.
    package var before: Double?

    package init(
        unit: CostUnit,
        days: Range<Day>,
        spent: ExactDecimal,
        count: Double?,
        before: Double? = nil
    ) {
        self.unit = unit
        self.days = days
        self.spent = spent
        self.count = count
        self.before = before
    }

    /// The cost of `unit.per` of them; nil if there were none, or it is not known how many.
    package var cost: Double? {
        guard let count, count > 0 else { return nil }
        return spent.double / count * Double(unit.per)
    }
}
