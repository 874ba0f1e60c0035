import D8SModel

extension CostRefusal {
    /// What was not taken, why, and what to do.
    var sentence: String {
        let start = Day(inUTC: bill.period.start)
        let account = bill.account.isEmpty ? "no account" : "account \(bill.account)"
        let what = "the \(bill.currency) statement of \(account) for the period from \(start) on"
        switch reason {
        case .cutOff:
            return
                "\(what) was cut off or has too many rows that cannot be used; the whole one that"
                + " is known stays. Export it again."
        case .endsEarlier(let last, let known):
            return "\(what) has its last charge at \(last), while one at \(known) is known, as an"
                + " older or a shortened export would; what is known stays. If it is right, import"
                + " it with --replace."
        }
    }
}
