package import D8SModel

/// From collected charges to a night's reports on spend.
package struct SpendAnalysis: Sendable {
    /// Days of a month after which it is compared with the one before day by day.
    private static let fewestDays = 7
    private static let months = 13
    private static let recent = 28

    private let table: CostTable
    private let restatements: [CostRestatement]
    private let policy: CostPolicy
    private let today: Day

    package init(
        _ table: CostTable,
        restatements: [CostRestatement] = [],
        policy: CostPolicy,
        asOf: Instant
    ) {
        (self.table, self.restatements, self.policy) = (table, restatements, policy)
        today = Day(inUTC: asOf)
    }

    /// One report for each currency in which something was charged by then, by its code.
    package func reports() -> [SpendReport] { table.currencies.compactMap(report) }

    private func report(in currency: Currency) -> SpendReport? {
        guard let spend = Spend(table, in: currency, basis: policy.basis),
            let lastCharged = lastCharged(spend)
        else { return nil }
        let settled = min(lastCharged, today.adding(days: -policy.settleDays))
        let through = max(settled, spend.days.lowerBound)
        let month = Month(of: through)
        let elapsed = month.first..<through.adding(days: 1)
        let before = sameDays(of: elapsed, in: month.previous)
        guard let outlook = MonthForecast(spend, through: through).outlook(),
            let tree = spend.tree(
                by: [.field(.provider), .account, .field(.service)],
                in: elapsed,
                before: spend.days.lowerBound <= before.lowerBound ? before : nil
            )
        else { return nil }
        return SpendReport(
            spend: spend,
            today: today,
            lastCharged: lastCharged,
            through: through,
            outlook: outlook,
            budgets: policy.budgets.compactMap { BudgetStand($0, spend, through: through) },
            change: change(spend, elapsed),
            tree: tree,
            months: months(spend, through),
            look: SpendLook(spend, through: through),
            weeks: SpendWeek.all(spend, through: through),
            growths: SpendGrowth.all(spend, through: through),
            untagged: untagged(spend, through),
            comings: SpendComings(spend, through: through, settleDays: policy.settleDays).all,
            purchases: SpendPurchases(spend, through: through).all,
            restatements: restatements.filter { $0.statement.currency == currency },
            statements: table.statements.filter { $0.currency == currency },
            repeated: table.repeated.filter {
                $0.currency == currency
                    && today.number - Day(inUTC: $0.period.end).number <= Self.repeatedFor
            }
        )
    }

    /// Days after a billing period in which it matters that two sources say it.
    private static let repeatedFor = 62

    /// The last day, today at the latest, on which use was charged; nil if there is none.
    private func lastCharged(_ spend: Spend) -> Day? {
        let rows = spend.rows(in: spend.days.lowerBound..<today.adding(days: 1))
        let last = rows.last { spend.keys[$0.key].isUsage } ?? rows.last
        return last.map { Day(number: $0.day) }
    }

    /// As many days of a month as these, from its first on.
    private func sameDays(of days: Range<Day>, in month: Month) -> Range<Day> {
        let count = min(days.upperBound.number - days.lowerBound.number, month.length)
        return month.first..<month.first.adding(days: count)
    }

    private func change(_ spend: Spend, _ elapsed: Range<Day>) -> SpendChange? {
        let month = Month(of: elapsed.lowerBound)
        let count = elapsed.upperBound.number - elapsed.lowerBound.number
        let isEnough = count >= Self.fewestDays
        let now = isEnough ? elapsed : month.previous.days
        let earlier = isEnough ? month.previous : month.previous.previous
        let before = isEnough ? sameDays(of: elapsed, in: earlier) : earlier.days
        guard spend.days.lowerBound <= before.lowerBound else { return nil }
        return SpendComparison(spend, now: now, before: before).change()
    }

    private func months(_ spend: Spend, _ through: Day) -> [SpendReport.MonthSum] {
        var months: [SpendReport.MonthSum] = [], month = Month(of: through)
        while months.count < Self.months, spend.days.lowerBound < month.next.first {
            let end = min(month.next.first, through.adding(days: 1))
            guard let sum = spend.total(in: month.first..<end) else { break }
            months.append(SpendReport.MonthSum(month: month, amount: sum))
            month = month.previous
        }
        return months.reversed()
    }

    private func untagged(_ spend: Spend, _ through: Day) -> [SpendReport.TagShare] {
        let days = through.adding(days: 1 - Self.recent)..<through.adding(days: 1)
        let rows = spend.rows(in: days).filter { spend.keys[$0.key].isUsage }
        return policy.tags.compactMap { tag in
            let without = rows.lazy.filter { spend.keys[$0.key].tag(tag) == nil }
            guard let whole = ExactDecimal.sum(rows.lazy.map(\.cost)),
                let part = ExactDecimal.sum(without.map(\.cost))
            else { return nil }
            return SpendReport.TagShare(tag: tag, without: part, whole: whole)
        }
    }
}
