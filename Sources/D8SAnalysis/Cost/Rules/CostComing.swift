import D8SModel

/// A service is charged for the first time, or not any more.
///
/// *Fires when* a service that is new within the last seven days costs a fiftieth or more of the
/// whole spend (warning from a twentieth, else info); when one that had been charged for four weeks
/// and cost as much has no charge any more (info).
///
/// *Silent when* under five weeks of charges are known; the days are so late that charges may still
/// come.
///
/// *Why it matters*: what nobody ordered is found by its first bill, and a charge that is missing
/// may be a saving, or an export that broke.
enum CostComing {
    static let rule = Rule(
        name: "cost-coming",
        title: "A service is charged for the first time, or not any more",
        firesWhen: "a service that is new within the last seven days costs a fiftieth or more of "
            + "the whole spend (warning from a twentieth, else info); when one that had been "
            + "charged for four weeks and cost as much has no charge any more (info)",
        silentWhen: "under five weeks of charges are known; the days are so late that charges may "
            + "still come",
        whyItMatters:
            "what nobody ordered is found by its first bill, and a charge that is missing "
            + "may be a saving, or an export that broke"
    )

    /// From this part of what a day costs in all a new service is a warning.
    private static let much = 0.05

    static func finding(_ coming: SpendReport.Coming, _ night: CostNight) -> Finding {
        let part = SpendPart.service(coming.service)
        let entity = night.entity(part), day = night.day(coming.day)
        let share = night.format.percent(coming.share)
        let title =
            coming.isNew
            ? "\(coming.service) is charged for the first time, since \(day)"
            : "\(coming.service) has not been charged since \(day)"
        let detail =
            coming.isNew
            ? "\(night.money(coming.perDay)) a day, \(share) of the spend."
            : "It cost \(night.money(coming.perDay)) a day, \(share) of the spend."
        let words = Statement(title: title, detail: detail)
        let days = night.report.through.adding(days: -89)..<night.report.through.adding(days: 1)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: coming.isNew && coming.share >= much ? .warning : .info,
            since: coming.day.startInUTC,
            magnitude: coming.share,
            reach: coming.perDay * 30,
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [action(coming)],
            evidence: Evidence(
                series: night.series(
                    "Daily cost of \(coming.service)",
                    night.report.spend.daily(in: days, part.filter) { $0.isUsage },
                    from: days.lowerBound,
                    change: coming.day
                ),
                table: coming.isNew
                    ? CostTables.parts(of: part, since: coming.day, night) : nil,
                method: "first and last day with a charge for use; mean cost of a day",
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }

    private static func action(_ coming: SpendReport.Coming) -> Action {
        coming.isNew
            ? Action(
                text: "Ask who started it (the table names accounts) and whether it is meant.",
                impact: .medium,
                effort: .low
            )
            : Action(
                text: "See whether it was switched off on purpose; else whether the export still "
                    + "holds it.",
                impact: .medium,
                effort: .low
            )
    }
}
