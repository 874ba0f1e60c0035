import D8SModel

/// Counts the rows of each bill of an export, to say it where they are not all of one kind.
struct FocusBillTally {
    /// By the number of the bill.
    private var bills: [(rows: Int, place: String)] = []

    /// Counts a row of a bill; bills are numbered from 0 in the order in which they are met.
    @inline(__always)
    mutating func count(_ bill: Int, _ file: String, _ line: Int) {
        while bill >= bills.count { bills.append((0, "\(file):\(line)")) }
        bills[bill].rows += 1
    }

    /// What a person should know of the bills, which are by their numbers: more than one currency,
    /// and rows without an account beside rows with one.
    func warnings(_ names: [CostBill]) -> [String] {
        let rows = zip(names, bills)
        let currencies = Dictionary(grouping: rows) { $0.0.currency.code }
        let accounts = Dictionary(grouping: rows) { !$0.0.account.isEmpty }
        var warnings: [String] = []
        if currencies.count > 1 {
            let parts = currencies.sorted { $0.key < $1.key }.map {
                Self.part("in \($0.key)", $0.value)
            }
            warnings.append(
                "The export has charges in \(currencies.count) currencies: \(parts.joined(separator: ", "))."
                    + " Each currency is a bill of its own. \(Self.mend)"
            )
        }
        if let nameless = accounts[false], accounts.count > 1 {
            let part = Self.part("without a BillingAccountId", nameless)
            warnings.append("Beside rows with an account the export has \(part). \(Self.mend)")
        }
        return warnings
    }

    private static func part(
        _ kind: String,
        _ bills: [(CostBill, (rows: Int, place: String))]
    ) -> String {
        let count = bills.reduce(0) { $0 + $1.1.rows }
        let place = bills.first.map { " (the first: \($0.1.place))" } ?? ""
        return "\(count) \(count == 1 ? "row" : "rows") \(kind)\(place)"
    }

    private static let mend =
        "If that is a mistake, correct the export, import it again, and remove the bill that came"
        + " by mistake with `d8s history forget-costs`."
}
