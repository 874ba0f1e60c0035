/// An edition of the FinOps Open Cost and Usage Specification, told by its columns.
package enum FocusVersion: String, CaseIterable, Sendable {
    case v1_0 = "1.0"
    case v1_1 = "1.1"
    case v1_2 = "1.2"

    /// Columns that came with the edition ("Changelog" of each).
    private var newColumns: [String] {
        switch self {
        case .v1_0: []
        case .v1_1:
            [
                "CapacityReservationId", "CapacityReservationStatus",
                "CommitmentDiscountQuantity", "CommitmentDiscountUnit", "ServiceSubcategory",
                "SkuMeter", "SkuPriceDetails",
            ]
        case .v1_2:
            [
                "BillingAccountType", "SubAccountType", "InvoiceId", "PricingCurrency",
                "PricingCurrencyContractedUnitPrice", "PricingCurrencyEffectiveCost",
                "PricingCurrencyListUnitPrice",
            ]
        }
    }

    /// The newest edition of which the file has a column.
    init(columns: [String]) {
        let names = Set(columns.map { $0.lowercased() })
        let newest = Self.allCases.last { edition in
            edition.newColumns.contains { names.contains($0.lowercased()) }
        }
        self = newest ?? .v1_0
    }

    /// Columns of FOCUS that are understood and not kept.
    static let passedOver: Set<String> = [
        "skupricedetails", "pricingcurrency", "pricingcurrencycontractedunitprice",
        "pricingcurrencyeffectivecost", "pricingcurrencylistunitprice",
    ]

    /// Columns that every edition demands of every file ("Feature level: Mandatory").
    static let mandatory = [
        "BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency",
        "BillingPeriodEnd", "BillingPeriodStart", "ChargeCategory", "ChargeClass",
        "ChargeDescription", "ChargePeriodEnd", "ChargePeriodStart", "ContractedCost",
        "EffectiveCost", "InvoiceIssuerName", "ListCost", "PricingQuantity", "PricingUnit",
        "ProviderName", "PublisherName", "ServiceCategory", "ServiceName",
    ]
}
