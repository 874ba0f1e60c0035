/// What a row of a FOCUS file does against the specification and yet is kept.
enum FocusBreach: Int, CaseIterable {
    case noBilled, noEffective, noList, noContracted, noName, unknownWord, badTags
    case emptyPeriod, outsideBilling, otherBillingEnd, purchaseSpread, coveredBilled

    /// What is wrong, said of a number of rows (FOCUS 1.2, the sections of the columns named).
    var sentence: String {
        switch self {
        case .noBilled: "have no BilledCost; it is taken as unknown, not as 0"
        case .noEffective: "have no EffectiveCost; it is taken as unknown, not as 0"
        case .noList: "have no ListCost; it is taken as unknown, not as 0"
        case .noContracted: "have no ContractedCost; it is taken as unknown, not as 0"
        case .noName:
            "lack a text that is never null (BillingAccountId, ProviderName, ServiceName…)"
        case .unknownWord: "have a word that FOCUS does not know (ChargeCategory, ChargeClass…)"
        case .badTags: "have Tags that are no JSON object; they are taken without tags"
        case .emptyPeriod: "have a charge period that does not end after its start"
        case .outsideBilling: "begin outside their billing period and are no corrections"
        case .otherBillingEnd: "give their billing period another end than the rows before"
        case .purchaseSpread:
            "buy a commitment with an EffectiveCost, which only its use should have"
        case .coveredBilled:
            "are covered by a commitment and billed as well, although it is billed when bought"
        }
    }

    static func missing(_ number: FocusNumber) -> FocusBreach? {
        switch number {
        case .billed: .noBilled
        case .effective: .noEffective
        case .list: .noList
        case .contracted: .noContracted
        default: nil
        }
    }
}
