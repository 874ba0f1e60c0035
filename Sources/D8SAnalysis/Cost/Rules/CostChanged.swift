import D8SModel

/// The daily cost of a part of the spend left its course.
///
/// *Fires when* the daily cost of use of a service (in all, or in an account), of an account, of a
/// provider, or of all, moved to a higher level within the last seven days, or some of these days
/// cost more than such days do, by a tenth or more of what it was and by a hundredth or more of the
/// whole spend, so clearly that over all of them the costs' share of the false-item budget holds.
/// Warning from a twentieth of the whole spend, else info.
///
/// *Silent when* fewer than 50 days are known; what changed is bought, taxed or credited, which
/// comes in lumps; what contains it rises only because of it, or it is one of several parts of
/// something that is told itself.
///
/// *Why it matters*: a mistake that costs money is cheapest in its first week.
enum CostChanged {
    static let rule = Rule(
        name: "cost-changed",
        title: "The daily cost of a part of the spend left its course",
        firesWhen: "the daily cost of use of a service (in all, or in an account), of an account, "
            + "of a provider, or of all, moved to a higher level within the last seven days, or "
            + "some of these days cost more than such days do, by a tenth or more of what it was "
            + "and by a hundredth or more of the whole spend, so clearly that over all of them the "
            + "costs' share of the false-item budget holds. Warning from a twentieth of the whole "
            + "spend, else info",
        silentWhen:
            "fewer than 50 days are known; what changed is bought, taxed or credited, which "
            + "comes in lumps; what contains it rises only because of it, or it is one of several "
            + "parts of something that is told itself",
        whyItMatters: "a mistake that costs money is cheapest in its first week"
    )

    /// From this part of what a day costs in all it is a warning.
    private static let much = 0.05

    static func finding(_ sign: SpendSign, _ night: CostNight) -> Finding {
        let entity = night.entity(sign.part)
        let added = sign.after - sign.before
        let level = night.report.spend.usualDay(through: night.report.through)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: sign.kind == .shift && added >= level * much ? .warning : .info,
            measure: measure(sign.after, sign, entity, night, after: true),
            baseline: measure(sign.before, sign, entity, night, after: false),
            since: sign.since.startInUTC,
            magnitude: sign.before > 0 ? sign.after / sign.before : sign.after,
            confidence: 1 - sign.p,
            reach: added * 30,
            currency: night.currency,
            statements: statements(sign, night),
            actions: [
                Action(
                    text: "Find what was started or scaled on \(night.day(sign.since)) (the table "
                        + "names accounts and resources), and stop what is not needed.",
                    impact: .high,
                    effort: .medium
                )
            ],
            evidence: Evidence(
                series: night.series(
                    "Daily cost of \(night.name(sign.part))",
                    sign.daily,
                    from: sign.firstDay,
                    change: sign.since
                ),
                table: CostTables.parts(of: sign.part, since: sign.since, night),
                method: method(sign, night.format),
                considered: [
                    "the week's season, which was taken out where it is there",
                    "purchases, taxes and credits, which are not in it",
                ],
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }

    private static func method(_ sign: SpendSign, _ format: Format) -> String {
        let p = "\(Words.probability(sign.p, format)), Benjamini–Hochberg over all parts"
        let week = sign.isWithoutWeek ? ", weekdays evened out" : ""
        return switch sign.kind {
        case .shift: "change point of the daily cost\(week) (PELT with a robust cost, ranks), \(p)"
        case .odd: "conformal test of the robust seasonal residual, \(p)"
        }
    }

    private static func measure(
        _ value: Double,
        _ sign: SpendSign,
        _ entity: Entity,
        _ night: CostNight,
        after: Bool
    ) -> Measure {
        let week = sign.isWithoutWeek ? ", weekdays evened out" : ""
        let method =
            switch sign.kind {
            case .shift: "mean \(after ? "since" : "before")\(week)"
            case .odd: after ? "the oddest day" : "what was expected of it"
            }
        return Measure(
            name: .dailyCost,
            entity: entity,
            value: value,
            n: sign.daily.count { $0 != nil },
            window: Window(
                start: sign.firstDay.startInUTC,
                end: night.report.through.adding(days: 1).startInUTC
            ),
            method: method
        )
    }

    private static func statements(
        _ sign: SpendSign,
        _ night: CostNight
    ) -> [Audience: Statement] {
        let name = night.name(sign.part), day = night.day(sign.since)
        let change = sign.after - sign.before
        let share = sign.before > 0 ? night.format.percent(change / sign.before) : nil
        let numbers =
            "\(night.money(sign.after)) a day instead of \(night.money(sign.before))"
        let month = "That is \(night.money(change * 30)) a month if it stays."
        let (title, detail): (String, String) =
            switch sign.kind {
            case .shift:
                (
                    share.map { "\(name) costs \($0) more since \(day)" }
                        ?? "\(name) costs money since \(day)",
                    "\(numbers). \(month)"
                )
            case .odd:
                (
                    "\(name) cost more than usual on \(day)",
                    "\(numbers)."
                )
            }
        let analyst = detail + " \(Words.probability(sign.p, night.format))."
        return [
            .executive: Statement(title: title, detail: detail),
            .devops: Statement(title: title, detail: detail),
            .analyst: Statement(title: title, detail: analyst),
        ]
    }
}
