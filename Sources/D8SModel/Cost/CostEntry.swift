/// One charge on its way into the history: a `CostLine` whose key and bill stand in lists.
package struct CostEntry: Hashable, Sendable {
    /// Number of the bill, counted over all batches of the collection from 0.
    package var bill: Int
    /// Number of the key, counted in the same way.
    package var key: Int
    package var chargePeriod: Window
    package var amounts: CostAmounts
    package var consumedQuantity: ExactDecimal?
    package var pricingQuantity: ExactDecimal?
    package var commitmentQuantity: ExactDecimal?
    package var listUnitPrice: ExactDecimal?
    package var contractedUnitPrice: ExactDecimal?

    package init(
        bill: Int,
        key: Int,
        chargePeriod: Window,
        amounts: CostAmounts,
        consumedQuantity: ExactDecimal? = nil,
        pricingQuantity: ExactDecimal? = nil,
        commitmentQuantity: ExactDecimal? = nil,
        listUnitPrice: ExactDecimal? = nil,
        contractedUnitPrice: ExactDecimal? = nil
    ) {
        self.bill = bill
        self.key = key
        self.chargePeriod = chargePeriod
        self.amounts = amounts
        self.consumedQuantity = consumedQuantity
        self.pricingQuantity = pricingQuantity
        self.commitmentQuantity = commitmentQuantity
        self.listUnitPrice = listUnitPrice
        self.contractedUnitPrice = contractedUnitPrice
    }
}
