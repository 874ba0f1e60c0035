import D8SModel

extension CostRefusal {
    /// What was not taken, why, and what to do.
    var sentence: String {
        let what = "the \(bill.words)"
        let right = "If it is right, import it with --replace."
        switch reason {
        case .cutOff:
            return
                "\(what) was cut off; what is known of it is whole, or longer, and stays. Export it"
                + " again."
        case .hasBadRows:
            return
                "\(what) has rows that could not be used; the whole one that is known stays."
                + " Correct the rows. \(right)"
        case .lacks(let column, let lines):
            let rows = lines == 1 ? "1 row" : "\(lines) rows"
            return
                "\(what) has no \(column) in \(rows) of days for which it is known; what is known"
                + " stays. Export it with that column. \(right)"
        case .endsEarlier(let last, let known):
            return "\(what) has its last charge at \(last), while one at \(known) is known, as an"
                + " older or a shortened export would; what is known stays. \(right)"
        }
    }
}
