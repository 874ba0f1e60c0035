/// What one source says one account owes for one billing period in one currency.
package struct CostStatement: Hashable, Sendable {
    /// Name of the source, for example `focus:aws`.
    package let source: String
    package let bill: CostBill
    /// False if the file it came from was cut off or has rows that could not be used: more may be
    /// owed than is known.
    package let isComplete: Bool

    package init(source: String, bill: CostBill, isComplete: Bool = true) {
        self.source = source
        self.bill = bill
        self.isComplete = isComplete
    }

    package var account: String { bill.account }
    package var period: Window { bill.period }
    package var currency: Currency { bill.currency }
}
