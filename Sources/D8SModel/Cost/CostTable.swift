/// Costs by day and key: what every analysis of cost reads.
package struct CostTable: Hashable, Sendable {
    package var statements: [CostStatement]
    package var keys: [CostKey]
    /// Sorted by day, then statement, then key; each combination once.
    package var days: [CostDay]
    /// Statements that are not counted, since another source said the same bill later; sorted by
    /// source, account, period and currency.
    package var repeated: [CostStatement] = []

    package init(
        statements: [CostStatement] = [],
        keys: [CostKey] = [],
        days: [CostDay] = []
    ) {
        self.statements = statements
        self.keys = keys
        self.days = days
    }

    /// The currency that a row is in; nil for a row of another table.
    package func currency(of day: CostDay) -> Currency? {
        statements.indices.contains(day.statement) ? statements[day.statement].currency : nil
    }

    /// The currencies in it, sorted by code.
    package var currencies: [Currency] {
        Set(statements.map(\.currency)).sorted()
    }
}
