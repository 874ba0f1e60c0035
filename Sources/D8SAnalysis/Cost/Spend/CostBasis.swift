package import D8SModel

/// Which of a charge's costs is meant.
package enum CostBasis: String, Hashable, Sendable, CaseIterable {
    /// With commitments spread over their use (`EffectiveCost` of FOCUS): for trends and budgets.
    case effective
    /// As invoiced (`BilledCost`).
    case billed
    /// At public prices (`ListCost`).
    case list
    /// At negotiated prices without commitments (`ContractedCost`).
    case contracted

    /// The cost of these; nil where the source does not say it.
    package func amount(of amounts: CostAmounts) -> ExactDecimal? {
        switch self {
        case .effective: amounts.effective
        case .billed: amounts.billed
        case .list: amounts.list
        case .contracted: amounts.contracted
        }
    }
}
