/// One thing that tells what a charge is for: a column of FOCUS, or a level of Kubernetes.
///
/// The order is the one in which they are stored and exported; the raw value is the place in it.
package enum CostField: Int, CaseIterable, Sendable {
    case provider
    case publisher
    case invoiceIssuer
    case billingAccount
    case billingAccountName
    case billingAccountType
    case subAccount
    case subAccountName
    case subAccountType
    case invoice
    case chargeCategory
    /// `Correction` for a charge that restates an earlier billing period.
    case chargeClass
    case chargeDescription
    case chargeFrequency
    case pricingCategory
    case serviceCategory
    case serviceSubcategory
    case service
    case region
    case regionName
    case availabilityZone
    case resource
    case resourceName
    case resourceType
    case sku
    case skuPrice
    case skuMeter
    case commitment
    case commitmentName
    case commitmentType
    case commitmentCategory
    /// `Used` or `Unused`.
    case commitmentStatus
    case commitmentUnit
    case capacityReservation
    case capacityReservationStatus
    case consumedUnit
    case pricingUnit
    case cluster
    case namespace
    case controllerKind
    case controller
    case pod
    case container
    case node

    /// The name of the column in a file (FinOps Open Cost and Usage Specification 1.2, "Columns").
    ///
    /// Those that FOCUS does not have begin with `x_`, as it wants them to.
    package var column: String { Self.columns[rawValue] }

    /// The field of a column; nil for every other column.
    package init?(column: String) {
        guard let place = Self.columns.firstIndex(of: column) else { return nil }
        self.init(rawValue: place)
    }

    private static let columns = [
        "ProviderName", "PublisherName", "InvoiceIssuerName", "BillingAccountId",
        "BillingAccountName", "BillingAccountType", "SubAccountId", "SubAccountName",
        "SubAccountType", "InvoiceId", "ChargeCategory", "ChargeClass", "ChargeDescription",
        "ChargeFrequency", "PricingCategory", "ServiceCategory", "ServiceSubcategory",
        "ServiceName", "RegionId", "RegionName", "AvailabilityZone", "ResourceId", "ResourceName",
        "ResourceType", "SkuId", "SkuPriceId", "SkuMeter", "CommitmentDiscountId",
        "CommitmentDiscountName", "CommitmentDiscountType", "CommitmentDiscountCategory",
        "CommitmentDiscountStatus", "CommitmentDiscountUnit", "CapacityReservationId",
        "CapacityReservationStatus", "ConsumedUnit", "PricingUnit", "x_KubernetesCluster",
        "x_KubernetesNamespace", "x_KubernetesControllerKind", "x_KubernetesController",
        "x_KubernetesPod", "x_KubernetesContainer", "x_KubernetesNode",
    ]
}
