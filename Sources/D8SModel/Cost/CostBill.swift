/// What a statement is about: one account, one billing period, one currency.
package struct CostBill: Hashable, Sendable {
    /// Id of the billing account.
    package let account: String
    package let period: Window
    package let currency: Currency

    package init(account: String, period: Window, currency: Currency) {
        self.account = account
        self.period = period
        self.currency = currency
    }
}
