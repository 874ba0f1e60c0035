import D8SModel

/// Charges as CSV (RFC 4180), safe to open in a spreadsheet: a text that would be taken for a
/// formula has an apostrophe before it.
enum CostText {
    /// The names of the columns: those of FOCUS, the source before them and the tags behind.
    static let head =
        (["Source", "BillingPeriodStart", "BillingPeriodEnd", "ChargePeriodStart"]
        + ["ChargePeriodEnd", "BillingCurrency", "BilledCost", "EffectiveCost", "ListCost"]
        + ["ContractedCost", "ConsumedQuantity", "PricingQuantity", "CommitmentDiscountQuantity"]
        + ["ListUnitPrice", "ContractedUnitPrice"] + CostField.allCases.map(\.column) + ["Tags"])
        .joined(separator: ",") + "\n"

    static func line(_ source: String, _ line: CostLine) -> String {
        let times = [
            line.billingPeriod.start, line.billingPeriod.end, line.chargePeriod.start,
            line.chargePeriod.end,
        ]
        let numbers = [
            line.amounts.billed, line.amounts.effective, line.amounts.list,
            line.amounts.contracted, line.consumedQuantity, line.pricingQuantity,
            line.commitmentQuantity, line.listUnitPrice, line.contractedUnitPrice,
        ]
        var fields = [safe(source)] + times.map { "\($0)" } + [line.currency.code]
        fields += numbers.map { $0?.description ?? "" }
        fields += CostField.allCases.map { line.key[$0].map(safe) ?? "" }
        fields.append(line.key.tags.isEmpty ? "" : safe(tags(line.key.tags)))
        return fields.joined(separator: ",") + "\n"
    }

    /// A text as a field: in quotes where it needs them, and never a formula.
    private static func safe(_ text: String) -> String {
        let startsFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let harmless = startsFormula ? "'" + text : text
        guard harmless.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else {
            return harmless
        }
        return "\""
            + harmless.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }

    private static func tags(_ tags: [Label]) -> String {
        let members = tags.map { "\(quoted($0.name)):\(quoted($0.value))" }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let code = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
