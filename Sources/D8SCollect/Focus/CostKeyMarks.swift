import D8SModel

/// What has to be known of a key when a charge of it is looked at.
struct CostKeyMarks {
    struct Flags: OptionSet {
        let rawValue: UInt8

        static let correction = Flags(rawValue: 1)
        static let purchase = Flags(rawValue: 2)
        /// `CommitmentDiscountStatus` is `Used` or `Unused`.
        static let covered = Flags(rawValue: 4)
        static let lacksName = Flags(rawValue: 8)
        static let unknownWord = Flags(rawValue: 16)
        static let badTags = Flags(rawValue: 32)
    }

    var flags: Flags = []
    /// Number of the commitment; nil for a charge without one.
    var commitment: Int?

    /// What the fields of a key say; `present` are those that the file has columns for.
    init(_ key: CostKey, present: Set<CostField>) {
        if key.isCorrection { flags.insert(.correction) }
        if key[.chargeCategory] == "Purchase" { flags.insert(.purchase) }
        if key[.commitmentStatus] != nil { flags.insert(.covered) }
        if Self.named.contains(where: { present.contains($0) && key[$0] == nil }) {
            flags.insert(.lacksName)
        }
        let isUnknown = Self.words.contains { field, words in
            key[field].map { !words.contains($0) } ?? false
        }
        if isUnknown { flags.insert(.unknownWord) }
    }

    /// Columns that are never null ("Allows nulls: False").
    private static let named: [CostField] = [
        .billingAccount, .chargeCategory, .invoiceIssuer, .provider, .publisher, .serviceCategory,
        .service,
    ]

    /// The words that columns may have ("Allowed values").
    private static let words: [(CostField, Set<String>)] = [
        (.chargeCategory, ["Usage", "Purchase", "Tax", "Credit", "Adjustment"]),
        (.chargeClass, ["Correction"]),
        (.chargeFrequency, ["One-Time", "Recurring", "Usage-Based"]),
        (.pricingCategory, ["Standard", "Dynamic", "Committed", "Other"]),
        (.commitmentCategory, ["Spend", "Usage"]),
        (.commitmentStatus, ["Used", "Unused"]),
        (.capacityReservationStatus, ["Used", "Unused"]),
    ]
}
