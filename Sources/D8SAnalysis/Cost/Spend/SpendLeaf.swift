package import D8SModel

/// A last part of a tree of costs, with the names that lead to it.
package struct SpendLeaf: Hashable, Sendable {
    /// From the first level below the whole on; nil where charges do not say it.
    package let names: [String?]
    package let amount: ExactDecimal
    /// In the days that it is compared with; nil if there are none.
    package let before: ExactDecimal?

    /// Nil if there is nothing to compare with.
    package var change: ExactDecimal? { before.flatMap { amount.subtracting($0) } }

    /// Whether it is worth a row: many services are listed for nothing.
    package var costsAnything: Bool { !amount.isZero || before?.isZero == false }

    /// The names as one, and in an order in which what has none comes last.
    package var path: String { names.map { $0 ?? "–" }.joined(separator: " / ") }
    package var order: String { names.map { $0 ?? "\u{10FFFF}" }.joined(separator: "\u{0}") }
}

extension SpendNode {
    /// Its last parts, in the order of the tree.
    package var leaves: [SpendLeaf] { leaves(below: []) }

    private func leaves(below names: [String?]) -> [SpendLeaf] {
        parts.flatMap { part -> [SpendLeaf] in
            let names = names + [part.name]
            return part.parts.isEmpty
                ? [SpendLeaf(names: names, amount: part.amount, before: part.before)]
                : part.leaves(below: names)
        }
    }
}
