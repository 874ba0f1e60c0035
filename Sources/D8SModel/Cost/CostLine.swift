/// One charge of a bill, as its source gives it.
package struct CostLine: Hashable, Sendable {
    package var key: CostKey
    /// The billing period that the charge is invoiced in.
    package var billingPeriod: Window
    /// The time that the charge is for: from its first instant up to, but without, its last.
    package var chargePeriod: Window
    package var currency: Currency
    package var amounts: CostAmounts
    /// In the key's `consumedUnit`; nil where the source says nothing.
    package var consumedQuantity: ExactDecimal?
    /// In the key's `pricingUnit`.
    package var pricingQuantity: ExactDecimal?
    /// In the key's `commitmentUnit` (FOCUS 1.1).
    package var commitmentQuantity: ExactDecimal?
    /// The public price of one pricing unit.
    package var listUnitPrice: ExactDecimal?
    /// The negotiated price of one pricing unit.
    package var contractedUnitPrice: ExactDecimal?

    package init(
        key: CostKey,
        billingPeriod: Window,
        chargePeriod: Window,
        currency: Currency,
        amounts: CostAmounts = CostAmounts(),
        consumedQuantity: ExactDecimal? = nil,
        pricingQuantity: ExactDecimal? = nil,
        commitmentQuantity: ExactDecimal? = nil,
        listUnitPrice: ExactDecimal? = nil,
        contractedUnitPrice: ExactDecimal? = nil
    ) {
        self.key = key
        self.billingPeriod = billingPeriod
        self.chargePeriod = chargePeriod
        self.currency = currency
        self.amounts = amounts
        self.consumedQuantity = consumedQuantity
        self.pricingQuantity = pricingQuantity
        self.commitmentQuantity = commitmentQuantity
        self.listUnitPrice = listUnitPrice
        self.contractedUnitPrice = contractedUnitPrice
    }

    /// The day that the charge counts on: the one (UTC) on which its charge period begins.
    ///
    /// A charge is never spread: a fee of a month counts on its first day, so that every sum stays
    /// exact and a month's days add up to its invoice.
    package var day: Day {
        Day(inUTC: chargePeriod.start)
    }
}
