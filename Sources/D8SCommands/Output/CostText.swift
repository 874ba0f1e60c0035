import D8SModel
import D8SSite

/// Charges as CSV, safe to open in a spreadsheet.
struct CostText {
    /// The names of the columns: those of FOCUS, the source before them and the tags behind.
    static let columns =
        ["Source", "BillingPeriodStart", "BillingPeriodEnd", "ChargePeriodStart"]
        + ["ChargePeriodEnd", "BillingCurrency", "BilledCost", "EffectiveCost", "ListCost"]
        + ["ContractedCost", "ConsumedQuantity", "PricingQuantity", "CommitmentDiscountQuantity"]
        + ["ListUnitPrice", "ContractedUnitPrice"] + CostField.allCases.map(\.column) + ["Tags"]

    /// Begins with the names of the columns.
    private(set) var csv = CSV(header: columns)

    mutating func add(_ source: String, _ line: CostLine) {
        var row: [DataValue] = [
            .text(source), .instant(line.billingPeriod.start), .instant(line.billingPeriod.end),
            .instant(line.chargePeriod.start), .instant(line.chargePeriod.end),
            .text(line.currency.code), .optional(line.amounts.billed),
            .optional(line.amounts.effective), .optional(line.amounts.list),
            .optional(line.amounts.contracted), .optional(line.consumedQuantity),
            .optional(line.pricingQuantity), .optional(line.commitmentQuantity),
            .optional(line.listUnitPrice), .optional(line.contractedUnitPrice),
        ]
        row.reserveCapacity(Self.columns.count)
        for field in CostField.allCases { row.append(.optional(line.key[field])) }
        row.append(line.key.tags.isEmpty ? .missing : .text(tags(line.key.tags)))
        csv.add(row)
    }

    /// What was added since it was taken last.
    mutating func take() -> [UInt8] { csv.take() }

    /// As FOCUS has them: one JSON object.
    private func tags(_ tags: [Label]) -> String {
        var json = JSON()
        json.raw("{")
        json.members(tags.map(\.name), tags.map { .text($0.value) })
        json.raw("}")
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
