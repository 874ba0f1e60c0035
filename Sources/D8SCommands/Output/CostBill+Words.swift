import D8SModel

extension CostBill {
    /// Names it within a sentence: `USD statement of account 1 for the period from 2026-10-01 on`.
    var words: String {
        let start = Day(inUTC: period.start)
        let account = account.isEmpty ? "no account" : "account \(account)"
        return "\(currency) statement of \(account) for the period from \(start) on"
    }
}
