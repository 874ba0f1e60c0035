import D8SAnalysis
import D8SModel

/// The numbers over a spend page: five at the most.
struct SpendStats {
    private let report: SpendReport
    private let items: [Item]
    private let format: Format

    init(_ report: SpendReport, _ items: [Item], _ format: Format) {
        (self.report, self.items, self.format) = (report, items, format)
    }

    var fields: [Fields] {
        ([spent, end] + units).prefix(5).map { stat in
            [
                "label": .text(stat.label), "value": .optional(stat.value),
                "severity": .text(stat.severity?.word ?? ""),
                "needs": .flag(stat.severity != nil), "lines": .texts(stat.lines),
            ]
        }
    }

    private struct Stat {
        let label: String
        let value: String?
        var lines: [String] = []
        var severity: Severity?
    }

    private var month: String { format.month(report.outlook.month.first) }

    /// The budget for everything, if there is one.
    private var stand: BudgetStand? {
        report.budgets.first { $0.budget.filter == .all }
    }

    private var severity: Severity? {
        let findings = items.flatMap(\.findings).filter { $0.entity.kind == .budget }
        return findings.map(\.severity).max()
    }

    private var spent: Stat {
        let budget = stand.map { stand in
            let limit = "of \(format.money(stand.budget.amount.amount.double))"
            return stand.share.map { "\(limit) · \(format.percent($0))" } ?? limit
        }
        let before = report.tree.before.map { "same days before: \(format.money($0.double))" }
        return Stat(
            label: "Spent in \(month)",
            value: format.money(report.outlook.spent.double),
            lines: [budget, before].compactMap(\.self),
            severity: stand?.passed == nil ? nil : severity
        )
    }

    private var end: Stat {
        let outlook = report.outlook
        let range = outlook.interval.map { format.interval($0, .money) }
        let crossing = stand?.crossing.map { "budget passed on \(format.day($0))" }
        return Stat(
            label: "\(month) will end at",
            value: format.money(outlook.expected),
            lines: [range ?? "no interval: short history", crossing].compactMap(\.self),
            severity: stand?.crossing == nil ? nil : severity
        )
    }

    private var units: [Stat] {
        report.units.prefix(2).map { unit in
            let name = unit.unit.name
            let per = unit.unit.per == 1 ? "a \(name)" : format.count(unit.unit.per, name)
            let count = unit.count.map { "n \(format.number($0))" }
            let before = unit.before.map { "was \(format.money($0))" }
            return Stat(
                label: "Cost of \(per)",
                value: unit.cost.map(format.money),
                lines: [before, count].compactMap(\.self)
            )
        }
    }
}
