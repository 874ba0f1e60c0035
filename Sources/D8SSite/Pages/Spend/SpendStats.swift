import D8SAnalysis
import D8SModel

/// The numbers over a spend page: five at the most.
struct SpendStats {
    private let report: SpendReport
    /// What clusters and pipelines cost; nil if neither is known.
    private let workloads: WorkloadCosts?
    private let items: [Item]
    private let format: Format

    init(
        _ report: SpendReport,
        _ workloads: WorkloadCosts?,
        _ items: [Item],
        _ format: Format
    ) {
        (self.report, self.workloads) = (report, workloads)
        (self.items, self.format) = (items, format)
    }

    var fields: [Fields] {
        let losses = [failures, savings].compactMap(\.self)
        return ([spent, end] + units.prefix(3 - losses.count) + losses).map { stat in
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
        guard !outlook.ahead.isEmpty else {
            return Stat(label: "\(month) ended at", value: format.money(outlook.expected))
        }
        let range = outlook.interval.map { format.interval($0, .money) }
        let crossing = stand?.crossing.map { "budget spent by \(format.day($0))" }
        return Stat(
            label: "\(month) will end at",
            value: format.money(outlook.expected),
            lines: [range ?? "no interval: short history", crossing].compactMap(\.self),
            severity: stand?.crossing == nil ? nil : severity
        )
    }

    /// What runs cost that failed; nil where none of this currency are known.
    private var failures: Stat? {
        guard let costs = workloads, let pipelines = costs.pipelines,
            pipelines.currency == report.spend.currency
        else { return nil }
        let whole = pipelines.whole
        let share = whole.failureShare.map { "\(format.percent($0)) of runs" }
        return Stat(
            label: "Failed runs",
            value: format.money(whole.failureCost.double),
            lines: [span(costs.window), share].compactMap(\.self)
        )
    }

    /// What a month could cost less; nil where nothing of this currency was looked at.
    private var savings: Stat? {
        guard let found = workloads?.recommendations,
            found.spend.contains(where: { $0.currency == report.spend.currency })
        else { return nil }
        let saving = found.savings.first { $0.currency == report.spend.currency }
        return Stat(
            label: "Can be saved, a month",
            value: format.money(saving?.amount.double ?? 0),
            lines: [format.count(found.all.count, "recommendation")]
        )
    }

    private func span(_ window: Window) -> String {
        let days = window.end.seconds(since: window.start) / 86_400
        return format.count(Int(days.rounded()), "day")
    }

    private var units: [Stat] {
        report.units.map { unit in
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
