package import D8SModel

/// What somebody may spend in a month.
package struct Budget: Hashable, Sendable {
    package let name: String
    package let amount: Money
    /// Which costs it is for.
    package let filter: SpendFilter
    /// Who answers for it; nil if nobody is named.
    package let owner: String?

    package init(name: String, amount: Money, filter: SpendFilter = .all, owner: String? = nil) {
        self.name = name
        self.amount = amount
        self.filter = filter
        self.owner = owner
    }
}
