package import D8SModel

/// A budget has been spent, or will have been before the month ends.
///
/// *Fires when* the month's spend is over the budget (critical); when the forecast of the month's
/// end is over it, as a warning if nine of ten outcomes are, else as information.
///
/// *Silent when* the forecast ends within the budget; nothing was charged in its currency; charges
/// end in an earlier month, which is told itself.
///
/// *Why it matters*: what is known before the end of the month can still be changed.
enum BudgetPassed {
    static let rule = Rule(
        name: "budget",
        title: "A budget is spent, or will be before the month ends",
        firesWhen: "the month's spend is over the budget (critical); when the forecast of the "
            + "month's end is over it, as a warning if nine of ten outcomes are, else as "
            + "information",
        silentWhen: "the forecast ends within the budget; nothing was charged in its currency; "
            + "charges end in an earlier month, which is told itself",
        whyItMatters: "what is known before the end of the month can still be changed"
    )

    static func finding(_ stand: BudgetStand, _ night: CostNight) -> Finding? {
        guard stand.passed != nil || stand.crossing != nil && night.report.isCurrent else {
            return nil
        }
        let outlook = stand.outlook, limit = stand.budget.amount.amount.double
        let excess = (stand.passed == nil ? outlook.expected : outlook.spent.double) - limit
        let entity = Entity(kind: .budget, name: stand.budget.name)
        return Finding(
            rule: rule.name,
            entity: entity,
            owner: stand.budget.owner,
            severity: stand.passed != nil ? .critical : stand.isSure ? .warning : .info,
            measure: measure(stand, entity),
            since: stand.passed?.startInUTC,
            magnitude: limit > 0 ? 1 + excess / limit : excess,
            reach: max(0, outlook.expected - limit),
            currency: night.currency,
            statements: statements(stand, night),
            actions: [
                Action(
                    text: "See what grew most since last month (the table), and stop or shrink "
                        + "what nobody needs.",
                    impact: .high,
                    effort: .medium
                ),
                Action(
                    text: "If the spend is meant, raise the budget in d8s.yaml.",
                    impact: .medium,
                    effort: .low
                ),
            ],
            evidence: Evidence(
                series: series(stand, night),
                table: CostTables.services(night.report.change, night),
                method: outlook.method,
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }

    private static func measure(_ stand: BudgetStand, _ entity: Entity) -> Measure {
        let outlook = stand.outlook
        return Measure(
            name: .monthEnd,
            entity: entity,
            value: outlook.expected,
            n: outlook.n,
            window: Window(
                start: outlook.month.first.startInUTC,
                end: outlook.month.next.first.startInUTC
            ),
            interval: outlook.interval,
            method: outlook.method
        )
    }

    private static func statements(
        _ stand: BudgetStand,
        _ night: CostNight
    ) -> [Audience: Statement] {
        let outlook = stand.outlook, format = night.format
        let limit = night.money(stand.budget.amount.amount), name = stand.budget.name
        let month = format.month(outlook.month.first)
        let end = night.money(outlook.expected)
        let title =
            stand.passed.map { "The budget \(name) was spent by \(night.day($0))" }
            ?? "The budget \(name) will be spent by \(stand.crossing.map(night.day) ?? "then")"
        let spent =
            "\(night.money(outlook.spent)) of \(limit) spent by \(night.day(outlook.through)). "
        let ahead = "\(month) will end at \(end)\(range(outlook, night))."
        let note = outlook.interval == nil ? " The history is too short for an interval." : ""
        return [
            .executive: Statement(title: title, detail: spent + ahead + note),
            .devops: Statement(title: title, detail: spent + ahead + note),
            .analyst: Statement(
                title: title,
                detail: spent + ahead + note + early(stand, night) + " Method: \(outlook.method)."
            ),
        ]
    }

    /// The ends of the interval; empty where there is none, or none that can be told apart.
    private static func range(_ outlook: MonthOutlook, _ night: CostNight) -> String {
        guard let interval = outlook.interval else { return "" }
        let (low, high) = (night.money(interval.low), night.money(interval.high))
        return low == high ? "" : " (\(low) to \(high) in four of five cases)"
    }

    /// The first day on which it may be spent, where the interval reaches it before what is
    /// expected does.
    private static func early(_ stand: BudgetStand, _ night: CostNight) -> String {
        guard let crossing = stand.crossing,
            let first = stand.outlook.earliestCrossing(of: stand.budget.amount.amount.double),
            first < crossing
        else { return "" }
        return " In one of ten cases it is spent by \(night.day(first))."
    }

    /// The sum of the month day by day, what is expected of the rest, and the budget.
    private static func series(_ stand: BudgetStand, _ night: CostNight) -> EvidenceSeries {
        let outlook = stand.outlook
        let days = outlook.month.first..<outlook.through.adding(days: 1)
        var sum = 0.0
        let points = night.report.spend.daily(in: days, stand.budget.filter).enumerated().map {
            index,
            cost -> EvidenceSeries.Point in
            sum += cost ?? 0
            let time = outlook.month.first.adding(days: index).startInUTC
            return .init(time: time, value: sum)
        }
        return EvidenceSeries(
            title: "Spend of \(night.format.month(outlook.month.first)) day by day",
            unit: .money,
            points: points,
            target: stand.budget.amount.amount.double,
            targetName: BudgetStand.word,
            change: stand.passed?.startInUTC,
            expected: outlook.course
        )
    }
}

extension MeasureName {
    /// What a month's spend is expected to be at its end.
    package static let monthEnd = MeasureName(
        rawValue: "month_end_spend",
        title: "Spend at the month's end",
        unit: .money,
        harm: .up,
        isKey: true
    )
    /// What a day's use costs.
    package static let dailyCost = MeasureName(
        rawValue: "daily_cost",
        title: "Daily cost",
        unit: .money,
        harm: .up
    )
}
