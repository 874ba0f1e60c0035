import D8SModel

/// Four weeks cost much more than the four weeks before.
///
/// *Fires when* use of 28 days cost a quarter or more above that of the 28 days before: of a service
/// that by this added a twentieth or more to the whole spend, or of all. Warning from half, else
/// info.
///
/// *Silent when* under eight weeks are known; the service is new or told to have left its course,
/// which says more; purchases, taxes and credits grew.
///
/// *Why it matters*: costs that change often leave no course to compare with, and growth is paid
/// all the same.
enum CostGrown {
    static let rule = Rule(
        name: "cost-grown",
        title: "Four weeks cost much more than the four weeks before",
        firesWhen: "use of 28 days cost a quarter or more above that of the 28 days before: of a "
            + "service that by this added a twentieth or more to the whole spend, or of all. Warning "
            + "from half, else info",
        silentWhen: "under eight weeks are known; the service is new or told to have left its "
            + "course, which says more; purchases, taxes and credits grew",
        whyItMatters: "costs that change often leave no course to compare with, and growth is paid "
            + "all the same"
    )

    private static let much = 0.5

    static func finding(_ growth: SpendGrowth, _ night: CostNight) -> Finding {
        let entity = night.entity(growth.part), share = growth.share ?? 0
        let name = night.name(growth.part), percent = night.format.percent(share)
        let title = "\(name) cost \(percent) more in four weeks than in the four before"
        let detail =
            "\(night.money(growth.now)) instead of \(night.money(growth.before)), "
            + "\(night.money(growth.added)) more, since \(night.day(growth.since))."
        let words = Statement(title: title, detail: detail)
        let first = growth.since.adding(days: -62)
        let days = first..<night.report.through.adding(days: 1)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: share >= much ? .warning : .info,
            since: growth.since.startInUTC,
            magnitude: 1 + share,
            reach: growth.added.double,
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text:
                        "See which accounts and resources grew (the table), and whether what they "
                        + "do grew as much.",
                    impact: .high,
                    effort: .medium
                )
            ],
            evidence: Evidence(
                series: night.series(
                    "Daily cost of \(growth.part.name ?? "all use")",
                    night.report.spend.daily(in: days, growth.part.filter) { $0.isUsage },
                    from: first,
                    change: growth.since
                ),
                table: CostTables.parts(of: growth.part, since: growth.since, night),
                method: "sum of use over 28 days against the 28 days before",
                considered: ["weekdays, which are the same in both"],
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }
}
