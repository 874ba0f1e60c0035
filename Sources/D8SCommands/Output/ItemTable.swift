import D8SModel

/// The answer of `d8s items` as text for a terminal: a paragraph an item.
struct ItemTable {
    let items: [Item]
    /// What was checked, in a sentence.
    let proof: String

    var text: String {
        guard !items.isEmpty else { return "Nothing needs attention. \(proof)\n" }
        return items.map(block).joined(separator: "\n") + "\n\(proof)\n"
    }

    private func block(_ item: Item) -> String {
        let row = ItemRow(item)
        let life = item.life.state == .new ? "new" : "\(row.state), night \(item.life.night)"
        return "\(row.severity.uppercased())  \(row.title)  (\(life))\n"
            + "  \(row.detail)\n  d8s explain \(row.id)\n"
    }
}
