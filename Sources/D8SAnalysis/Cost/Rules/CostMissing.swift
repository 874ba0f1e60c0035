import D8SModel

/// Charges are missing.
///
/// *Fires when* the last charge for use is older than `late` (three days unless `costs:` says
/// otherwise); when a day between others has no charge at all, where charges come every day; when
/// an export is not whole, so that more may be owed than is known; when charges say no cost, so that
/// they are in no sum. Warning.
///
/// *Silent when* every statement is whole and reaches to the last days.
///
/// *Why it matters*: a sum of what happens to be there looks like a saving.
enum CostMissing {
    static let rule = Rule(
        name: "cost-missing",
        title: "Charges are missing",
        firesWhen: "the last charge for use is older than late (three days unless costs: says "
            + "otherwise); when a day between others has no charge at all, where charges come every "
            + "day; when an export is not whole, so that more may be owed than is known; when charges "
            + "say no cost, so that they are in no sum. Warning",
        silentWhen: "every statement is whole and reaches to the last days",
        whyItMatters: "a sum of what happens to be there looks like a saving"
    )

    static func finding(_ night: CostNight) -> Finding? {
        let report = night.report
        var reasons: [String] = []
        let age = report.today.number - report.lastCharged.number
        if age > night.policy.lateDays {
            reasons.append("the last day with a charge is \(night.day(report.lastCharged))")
        }
        if let gaps = gaps(night) { reasons.append(gaps) }
        let cut = report.statements.filter { !$0.isComplete }
        if !cut.isEmpty {
            let names = Set(cut.map(\.account)).sorted().joined(separator: ", ")
            let exports = night.format.count(cut.count, "export")
            reasons.append("\(exports) \(cut.count == 1 ? "is" : "are") not whole (\(names))")
        }
        if report.spend.linesWithoutCost > 0 {
            let lines = night.format.count(report.spend.linesWithoutCost, "charge")
            reasons.append("\(lines) without \(report.spend.basis.rawValue) cost")
        }
        guard !reasons.isEmpty else { return nil }
        let entity = night.entity()
        let title = "Charges in \(report.spend.currency) are missing"
        let detail = "Known is less than was spent: " + reasons.joined(separator: "; ") + "."
        let words = Statement(title: title, detail: detail)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: .warning,
            since: age > night.policy.lateDays ? report.lastCharged.startInUTC : nil,
            magnitude: Double(max(age, 1)),
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text: "See whether the export still runs (`d8s sources`), and bring it whole.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: Evidence(
                method: "age of the last charge, days without any, marks of the import",
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }

    /// Days between others without any charge, where charges come every day.
    private static func gaps(_ night: CostNight) -> String? {
        let report = night.report, end = report.through.adding(days: 1)
        let first = max(end.adding(days: -recent), report.spend.days.lowerBound)
        guard first < end else { return nil }
        let daily = report.spend.daily(in: first..<end)
        let missing = daily.indices.filter { daily[$0] == nil }
        guard let one = missing.first, missing.count * 5 <= daily.count else { return nil }
        let more =
            missing.count > 1 ? " and \(night.format.count(missing.count - 1, "day")) more" : ""
        return "nothing was charged on \(night.day(first.adding(days: one)))\(more)"
    }

    /// Days that are looked back on.
    private static let recent = 35
}
