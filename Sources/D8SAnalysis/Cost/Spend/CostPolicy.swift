/// What an organisation says about its costs.
package struct CostPolicy: Hashable, Sendable {
    package var budgets: [Budget]
    /// Which cost budgets, trends and pages are about.
    package var basis: CostBasis
    /// Days after which a day's charges are taken to be all there; exports come late and grow.
    package var settleDays: Int
    /// Days after which missing charges are an item.
    package var lateDays: Int
    /// Tags that every charge for use should have.
    package var tags: [String]
    /// The share of the spend without one of them that is borne, 0…1.
    package var untaggedShare: Double
    /// What the page divides the spend by.
    package var units: [CostUnit]

    package init(
        budgets: [Budget] = [],
        basis: CostBasis = .effective,
        settleDays: Int = 2,
        lateDays: Int = 3,
        tags: [String] = [],
        untaggedShare: Double = 0.1,
        units: [CostUnit] = []
    ) {
        self.budgets = budgets
        self.basis = basis
        self.settleDays = settleDays
        self.lateDays = lateDays
        self.tags = tags
        self.untaggedShare = untaggedShare
        self.units = units
    }
}
