/// The four costs of one charge, in its currency; nil where the source says nothing, never 0.
package struct CostAmounts: Hashable, Sendable {
    /// What is invoiced (`BilledCost`): the sum that the invoice shows.
    package var billed: ExactDecimal?
    /// What it costs with discounts and with commitments spread over their use (`EffectiveCost`):
    /// for trends and unit cost.
    package var effective: ExactDecimal?
    /// At the public price (`ListCost`).
    package var list: ExactDecimal?
    /// At the negotiated price, without commitments (`ContractedCost`).
    package var contracted: ExactDecimal?

    package init(
        billed: ExactDecimal? = nil,
        effective: ExactDecimal? = nil,
        list: ExactDecimal? = nil,
        contracted: ExactDecimal? = nil
    ) {
        self.billed = billed
        self.effective = effective
        self.list = list
        self.contracted = contracted
    }
}
