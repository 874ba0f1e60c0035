/// The charges of one key on one day (UTC) within one statement, added up.
package struct CostDay: Hashable, Sendable {
    package var day: Day
    /// Index in the `keys` of its table.
    package var key: Int
    /// Index in the `statements` of its table; it tells the currency.
    package var statement: Int
    /// Sums of what is known; nil where no line says anything.
    package var amounts: CostAmounts
    /// In the key's `consumedUnit`; nil where no line says anything.
    package var consumedQuantity: ExactDecimal?
    /// In the key's `pricingUnit`.
    package var pricingQuantity: ExactDecimal?
    /// How many lines were added up, at least 1.
    package var lines: Int
    /// Lines without a billed cost: they are not in the sum.
    package var linesWithoutBilled: Int
    /// Lines without an effective cost.
    package var linesWithoutEffective: Int

    package init(
        day: Day,
        key: Int,
        statement: Int,
        amounts: CostAmounts,
        consumedQuantity: ExactDecimal? = nil,
        pricingQuantity: ExactDecimal? = nil,
        lines: Int = 1,
        linesWithoutBilled: Int = 0,
        linesWithoutEffective: Int = 0
    ) {
        self.day = day
        self.key = key
        self.statement = statement
        self.amounts = amounts
        self.consumedQuantity = consumedQuantity
        self.pricingQuantity = pricingQuantity
        self.lines = lines
        self.linesWithoutBilled = linesWithoutBilled
        self.linesWithoutEffective = linesWithoutEffective
    }
}
