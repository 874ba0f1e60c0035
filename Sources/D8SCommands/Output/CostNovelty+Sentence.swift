import D8SModel

extension CostNovelty {
    /// What is unlike the bills before, and what to do if it is a mistake.
    func sentence(source: String) -> String {
        let rows = lines == 1 ? "1 row is" : "\(lines) rows are"
        let isCurrency = !currencies.contains(bill.currency)
        let account =
            bill.account.isEmpty ? "without a BillingAccountId" : "of account \(bill.account)"
        let what = isCurrency ? "in \(bill.currency)" : account
        let before =
            isCurrency
            ? "in \(currencies.map(\.code).joined(separator: ", "))"
            : "of " + Self.list(accounts)
        let options = " --account \"\(bill.account)\" --currency \(bill.currency)"
        return "\(rows) \(what), while this source's bills are \(before); they count as a bill of"
            + " their own. If that is a mistake: d8s history forget-costs --source \"\(source)\""
            + options
    }

    private static func list(_ accounts: [String]) -> String {
        let names = accounts.prefix(5).map { $0.isEmpty ? "no account" : "account \($0)" }
        let more = accounts.count - names.count
        return names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
