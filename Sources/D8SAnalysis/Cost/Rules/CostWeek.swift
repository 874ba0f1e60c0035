import D8SModel

/// A week cost much more than weeks do.
///
/// *Fires when* seven days of use of a service, or of all, added a tenth or more of what a usual
/// month costs in all to what such days cost in the four weeks before, and no seven days of the
/// hundred before cost as much. Warning from a fifth, else info.
///
/// *Silent when* under eight weeks are known, or one of the last 35 days lacks charges; the service
/// is new or told to have left its course, which says more; purchases, taxes and credits grew.
///
/// *Why it matters*: costs that change often leave no course to compare with, and a month is too
/// long to wait.
enum CostWeek {
    static let rule = Rule(
        name: "cost-week",
        title: "A week cost much more than weeks do",
        firesWhen: "seven days of use of a service, or of all, added a tenth or more of what a "
            + "usual month costs in all to what such days cost in the four weeks before, and no "
            + "seven days of the hundred before cost as much. Warning from a fifth, else info",
        silentWhen: "under eight weeks are known, or one of the last 35 days lacks charges; the "
            + "service is new or told to have left its course, which says more; purchases, taxes "
            + "and credits grew",
        whyItMatters: "costs that change often leave no course to compare with, and a month is too "
            + "long to wait"
    )

    private static let much = 0.2

    static func finding(_ week: SpendWeek, _ night: CostNight) -> Finding {
        let entity = night.entity(week.part)
        let first = night.report.through.adding(days: -89)
        let days = first..<night.report.through.adding(days: 1)
        let words = statement(week, night)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: week.share >= much ? .warning : .info,
            since: week.first.startInUTC,
            magnitude: week.usual > 0 ? week.cost / week.usual : week.cost,
            reach: week.added,
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text: "Find what ran on \(night.day(week.dearest.day)) and no longer needs to "
                        + "(the table names accounts and resources).",
                    impact: .high,
                    effort: .medium
                )
            ],
            evidence: Evidence(
                series: night.series(
                    "Daily cost of \(week.part.name ?? "all use")",
                    night.report.spend.daily(in: days, week.part.filter) { $0.isUsage },
                    from: first,
                    change: week.first
                ),
                table: CostTables.parts(of: week.part, since: week.first, night),
                method: "sum of use over seven days against a quarter of the 28 days before; a "
                    + "usual month is 30 times the median day of these",
                considered: ["weekdays, which are the same in both"],
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }

    private static func statement(_ week: SpendWeek, _ night: CostNight) -> Statement {
        let last = week.first.adding(days: SpendWeek.days - 1), dearest = week.dearest
        return Statement(
            title: "\(night.name(week.part)) cost \(night.money(week.added)) more in a week than "
                + "in a usual one",
            detail: "\(night.money(week.cost)) from \(night.day(week.first)) to "
                + "\(night.day(last)) instead of \(night.money(week.usual)); the dearest day was "
                + "\(night.day(dearest.day)) with \(night.money(dearest.cost))."
        )
    }
}
