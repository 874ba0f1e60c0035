package import D8SModel

/// How a budget stands in the month that holds the last day with all charges.
package struct BudgetStand: Hashable, Sendable {
    /// What pictures call its amount.
    package static let word = "budget"

    package let budget: Budget
    package let outlook: MonthOutlook
    /// The day on which the spend passed it; nil if it has not.
    package let passed: Day?

    /// The day on which it is expected to be spent; nil if it has been, or will not be.
    ///
    /// A month that is expected to end just at the budget keeps to it.
    package var crossing: Day? {
        let limit = budget.amount.amount.double
        guard passed == nil, outlook.expected > limit else { return nil }
        return outlook.crossing(of: limit)
    }

    /// Whether nearly all of the interval is beyond it.
    package var isSure: Bool {
        guard let interval = outlook.interval else { return false }
        return interval.low >= budget.amount.amount.double
    }

    /// Spent so far as a share of the budget; nil for a budget of nothing.
    package var share: Double? {
        let limit = budget.amount.amount.double
        return limit > 0 ? outlook.spent.double / limit : nil
    }
}

extension BudgetStand {
    /// Nil if nothing was charged, or in another currency than the budget's.
    package init?(_ budget: Budget, _ spend: Spend, through: Day) {
        guard budget.amount.currency == spend.currency,
            let outlook = MonthForecast(spend, budget.filter, through: through).outlook()
        else { return nil }
        self.init(
            budget: budget,
            outlook: outlook,
            passed: Self.passed(budget, spend, through: through)
        )
    }

    private static func passed(_ budget: Budget, _ spend: Spend, through: Day) -> Day? {
        let isMeant = spend.matches(budget.filter)
        let days = Month(of: through).first..<through.adding(days: 1)
        var sum = ExactSum(), passed: Int?
        for row in spend.rows(in: days) where isMeant[row.key] {
            sum.add(row.cost)
            let isOver = sum.value.map { $0 > budget.amount.amount } ?? false
            passed = isOver ? passed ?? row.day : nil
        }
        return passed.map { Day(number: $0) }
    }
}
