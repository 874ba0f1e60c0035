import D8SModel

/// Something was bought at once.
///
/// *Fires when* purchases of a service within the last seven days cost a twentieth or more of what
/// use costs in a usual month. Warning from a quarter, else info.
///
/// *Silent when* the service was bought for about as much within the nine weeks before; a commitment
/// is spread over its time (`effective` cost).
///
/// *Why it matters*: a purchase is in no course of days, and cannot be given back for long.
enum CostPurchased {
    static let rule = Rule(
        name: "cost-purchased",
        title: "Something was bought at once",
        firesWhen: "purchases of a service within the last seven days cost a twentieth or more of "
            + "what use costs in a usual month. Warning from a quarter, else info",
        silentWhen: "the service was bought for about as much within the nine weeks before; a "
            + "commitment is spread over its time (`effective` cost)",
        whyItMatters:
            "a purchase is in no course of days, and cannot be given back for long"
    )

    private static let much = 0.25

    static func finding(_ purchase: SpendReport.Purchase, _ night: CostNight) -> Finding {
        let part = SpendPart.service(purchase.service), entity = night.entity(part)
        let words = Statement(
            title: "\(purchase.service) was bought for \(night.money(purchase.amount))",
            detail: "On \(night.day(purchase.day)), "
                + "\(night.format.percent(purchase.share)) of what use costs in a usual month."
        )
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: purchase.share >= much ? .warning : .info,
            since: purchase.day.startInUTC,
            magnitude: purchase.share,
            reach: purchase.amount.double,
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text: "Ask who ordered it (the table names accounts) and whether it is meant.",
                    impact: .medium,
                    effort: .low
                )
            ],
            evidence: Evidence(
                table: CostTables.parts(of: part, since: purchase.day, night) { !$0.isUsage },
                method: "sum of charges of the category Purchase over seven days; a usual month is "
                    + "30 times the median day of use of the last 28",
                data: night.data,
                commands: night.commands(rule, entity)
            )
        )
    }
}
