package import D8SModel

/// The rules of costs: from a night's reports to findings.
package enum CostRules {
    /// Every rule, in the order in which the methods page explains them.
    package static let all: [Rule] = [
        BudgetPassed.rule, CostChanged.rule, CostWeek.rule, CostGrown.rule, CostComing.rule,
        CostPurchased.rule, CostUntagged.rule, CostRestated.rule, CostRepeated.rule,
        CostMissing.rule,
    ]

    /// Seconds for which a restatement is news.
    package static let restatedFor = 7 * 86_400.0

    /// What is not as it should be, report by report.
    package static func findings(
        in reports: [SpendReport],
        policy: CostPolicy,
        format: Format,
        asOf: Instant
    ) -> [Finding] {
        reports.flatMap { report -> [Finding] in
            let night = CostNight(report, policy: policy, asOf: asOf, format: format)
            let changed = report.look.clear(budget: FalseItemBudget.costs)
            let new = Set(report.comings.filter(\.isNew).map(\.service))
            let weeks = report.weeks.filter { week in
                !new.contains(week.part.name ?? "")
                    && !changed.contains {
                        week.part == .whole || $0.part.service == week.part.service
                    }
            }
            let told = Set(changed.map(\.part) + weeks.map(\.part))
            return report.budgets.compactMap { BudgetPassed.finding($0, night) }
                + changed.filter { $0.part.service.map { !new.contains($0) } ?? true }
                .map { CostChanged.finding($0, night) }
                + weeks.map { CostWeek.finding($0, night) }
                + report.growths.filter { !told.contains($0.part) }
                .map { CostGrown.finding($0, night) }
                + report.comings.map { CostComing.finding($0, night) }
                + report.purchases.map { CostPurchased.finding($0, night) }
                + report.untagged.compactMap { CostUntagged.finding($0, night) }
                + CostRestated.findings(night) + CostRepeated.findings(night)
                + [CostMissing.finding(night)].compactMap(\.self)
        }
    }

    /// How many tests were made: the proof behind a black page.
    package static func testCount(in reports: [SpendReport], policy: CostPolicy) -> Int {
        reports.reduce(0) { sum, report in
            sum + report.budgets.count + report.look.tests + policy.tags.count
                + report.statements.count + 3
        }
    }
}
