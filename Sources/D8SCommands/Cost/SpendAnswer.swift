import D8SAnalysis
import D8SModel
import D8SSite

/// The answer of `d8s cost`: what was spent on some days, currency by currency.
struct SpendAnswer {
    let dimensions: [SpendDimension]
    let parts: [Part]

    struct Part {
        let spend: Spend
        let days: Range<Day>
        let tree: SpendNode
    }

    private var rows: [[DataValue]] {
        parts.flatMap { part in
            SpendRow.rows(of: part.tree, in: part.spend.currency).map(\.cells)
        }
    }

    var csv: String { CSV.text(header: SpendRow.columns(dimensions), rows: rows) }

    /// A list of objects, one a line; amounts are exact.
    var json: String {
        String(decoding: JSON.rows(SpendRow.columns(dimensions), rows), as: UTF8.self)
    }

    /// As text for a terminal: the greatest `limit` parts of each currency, then the rest.
    func text(_ words: Format, limit: Int) -> String {
        guard !parts.isEmpty else {
            return "The history holds no charges of these days. Bring some with "
                + "`d8s import costs FILE`.\n"
        }
        return parts.map { block($0, words, limit: limit) }.joined(separator: "\n")
    }

    private func block(_ part: Part, _ words: Format, limit: Int) -> String {
        let format = words.with(currency: part.spend.currency.code)
        let rows = SpendRow.rows(of: part.tree, in: part.spend.currency)
        let lines = rows.prefix(limit).map { $0.line(format) }
        let rest = rows.count > limit ? ["+\(rows.count - limit) more; --format csv has all"] : []
        let before = part.tree.before.map { "; before \(format.money($0.double))" } ?? ""
        let head =
            "\(span(part.days)): \(format.money(part.tree.amount.double)) "
            + "\(part.spend.currency) (\(part.spend.basis.rawValue))\(before)"
        let note =
            part.spend.linesWithoutCost > 0
            ? ["\(part.spend.linesWithoutCost) charges without a cost are in no sum"] : []
        let table = AlignedLines.of([SpendRow.heads(dimensions)] + lines)
        return ([head, ""] + table + rest + note).joined(separator: "\n") + "\n"
    }

    private func span(_ days: Range<Day>) -> String {
        "\(days.lowerBound) to \(days.upperBound.adding(days: -1))"
    }
}
