import D8SModel

/// A bill comes from two sources.
///
/// *Fires when* statements of several sources are about the same account, billing period and
/// currency, of the last two months. Each bill counts once, as the source says that brought it last.
/// Info.
///
/// *Silent when* the account is not named, so that nobody can tell.
///
/// *Why it matters*: which of two exports is right only a person can say.
enum CostRepeated {
    static let rule = Rule(
        name: "cost-repeated",
        title: "A bill comes from two sources",
        firesWhen: "statements of several sources are about the same account, billing period and "
            + "currency, of the last two months. Each bill counts once, as the source says that "
            + "brought it last. Info",
        silentWhen: "the account is not named, so that nobody can tell",
        whyItMatters: "which of two exports is right only a person can say"
    )

    /// One finding for each source whose statements are not counted.
    static func findings(_ night: CostNight) -> [Finding] {
        Dictionary(grouping: night.report.repeated, by: \.source)
            .sorted { $0.key < $1.key }
            .map { finding($0.key, $0.value, night) }
    }

    private static func finding(
        _ source: String,
        _ statements: [CostStatement],
        _ night: CostNight
    ) -> Finding {
        let others = Set(
            night.report.statements.filter { counted in
                statements.contains { $0.bill == counted.bill }
            }.map(\.source)
        ).sorted()
        let bills = night.format.count(statements.count, "bill")
        let words = Statement(
            title: "\(bills) of \(source) \(statements.count == 1 ? "comes" : "come") from "
                + "\(others.isEmpty ? "another source" : others.joined(separator: ", ")) too",
            detail: "Each counts once, as the source says that brought it last."
        )
        let entity = Entity(kind: .source, name: source)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: .info,
            magnitude: Double(statements.count),
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text: "Keep one of the sources in d8s.yaml, and remove what the other brought: "
                        + "`d8s history forget-costs --source NAME`.",
                    impact: .medium,
                    effort: .low
                )
            ],
            evidence: Evidence(
                table: EvidenceTable(
                    title: "Bills of \(source) that are not counted",
                    columns: ["Account", "Billing period from"],
                    rows: statements.prefix(20).map {
                        [.code($0.account), .time($0.period.start)]
                    }
                ),
                method: "statements with the same account, billing period and currency",
                data: night.data,
                commands: [
                    "d8s explain \(rule.name)-\(Slug.of(entity.name)) --as-of \(night.asOf)",
                    "d8s sources",
                ]
            )
        )
    }
}
