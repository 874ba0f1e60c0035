/// The columns of a FOCUS file that hold decimal numbers, but for those that are not read.
enum FocusNumber: Int, CaseIterable {
    case billed, effective, list, contracted
    case consumedQuantity, pricingQuantity, commitmentQuantity
    case listUnitPrice, contractedUnitPrice

    /// The name of the column (FOCUS 1.2, "Columns").
    var column: String {
        switch self {
        case .billed: "BilledCost"
        case .effective: "EffectiveCost"
        case .list: "ListCost"
        case .contracted: "ContractedCost"
        case .consumedQuantity: "ConsumedQuantity"
        case .pricingQuantity: "PricingQuantity"
        case .commitmentQuantity: "CommitmentDiscountQuantity"
        case .listUnitPrice: "ListUnitPrice"
        case .contractedUnitPrice: "ContractedUnitPrice"
        }
    }
}
