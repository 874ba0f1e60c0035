/// The columns of a FOCUS file that hold times.
enum FocusTime: Int, CaseIterable {
    case billingStart, billingEnd, chargeStart, chargeEnd

    /// The name of the column (FOCUS 1.2, "Columns").
    var column: String {
        switch self {
        case .billingStart: "BillingPeriodStart"
        case .billingEnd: "BillingPeriodEnd"
        case .chargeStart: "ChargePeriodStart"
        case .chargeEnd: "ChargePeriodEnd"
        }
    }
}
