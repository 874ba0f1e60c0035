package import D8SModel

/// A part of what was spent, with what it is made of.
package struct SpendNode: Hashable, Sendable {
    /// Nil: the charges say nothing of it.
    package let name: String?
    package let amount: ExactDecimal
    /// The same in the days that it is compared with; nil if there are none.
    package let before: ExactDecimal?
    /// The greatest first; their amounts add up to the node's own exactly.
    package let parts: [SpendNode]

    /// Whether it is worth a row: many services are listed for nothing.
    package var costsAnything: Bool { !amount.isZero || before?.isZero == false }

    package init(
        name: String?,
        amount: ExactDecimal,
        before: ExactDecimal? = nil,
        parts: [SpendNode] = []
    ) {
        self.name = name
        self.amount = amount
        self.before = before
        self.parts = parts
    }
}
