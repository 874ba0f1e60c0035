import D8SAnalysis
import D8SModel
import D8SSite

/// A part of what was spent as `d8s cost` prints it.
struct SpendRow {
    let currency: Currency
    /// A name for each thing that it is grouped by; nil: the charges say nothing of it.
    let names: [String?]
    let amount: ExactDecimal
    /// In the days that it is compared with; nil if charges do not reach back that far.
    let before: ExactDecimal?
    /// Of the whole in this currency, 0…1; nil if that is nothing.
    let share: Double?

    var change: ExactDecimal? { before.flatMap { amount.subtracting($0) } }

    /// The rows of a tree's last level, the greatest first.
    static func rows(of tree: SpendNode, in currency: Currency) -> [SpendRow] {
        let whole = tree.amount.double
        return tree.leaves.sorted { ($0.amount, $1.order) > ($1.amount, $0.order) }.map { leaf in
            SpendRow(
                currency: currency,
                names: leaf.names,
                amount: leaf.amount,
                before: leaf.before,
                share: whole == 0 ? nil : leaf.amount.double / whole
            )
        }
    }
}

extension SpendRow {
    /// The names of the columns in CSV and JSON, grouped by these.
    static func columns(_ dimensions: [SpendDimension]) -> [String] {
        ["currency"] + dimensions.map(\.word) + ["cost", "before", "change", "share"]
    }

    var cells: [DataValue] {
        [.text(currency.code)] + names.map { .optional($0) }
            + [.decimal(amount), .optional(before), .optional(change), .optional(share)]
    }

    /// Over the lines of a terminal.
    static func heads(_ dimensions: [SpendDimension]) -> [String] {
        dimensions.map(\.word) + ["cost", "before", "change", "share"]
    }

    func line(_ format: Format) -> [String] {
        let money = { (value: ExactDecimal?) in value.map { format.money($0.double) } ?? "–" }
        return names.map { $0 ?? "–" } + [
            money(amount), money(before), money(change), share.map(format.percent) ?? "–",
        ]
    }
}
