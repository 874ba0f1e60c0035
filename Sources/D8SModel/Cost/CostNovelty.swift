/// A bill that is unlike all that its source brought before: another account or currency.
///
/// A wrong currency in one row of an export makes such a bill, and so does a row without its
/// account.
package struct CostNovelty: Hashable, Sendable {
    package let bill: CostBill
    package let lines: Int
    /// The accounts of the bills that the source brought before, sorted; never empty.
    package let accounts: [String]
    /// Their currencies, sorted by code; never empty.
    package let currencies: [Currency]

    package init(bill: CostBill, lines: Int, accounts: [String], currencies: [Currency]) {
        self.bill = bill
        self.lines = lines
        self.accounts = accounts
        self.currencies = currencies
    }
}
