import D8SModel

/// Too much of the spend belongs to nobody.
///
/// *Fires when* the share of the last 28 days' use without a tag that `costs:` asks for is over the
/// share that is borne (a tenth unless it says otherwise). Info, a warning from twice the share.
///
/// *Silent when* no tag is asked for.
///
/// *Why it matters*: what belongs to nobody is saved by nobody.
enum CostUntagged {
    static let rule = Rule(
        name: "cost-untagged",
        title: "Too much of the spend belongs to nobody",
        firesWhen: "the share of the last 28 days' use without a tag that costs: asks for is over "
            + "the share that is borne (a tenth unless it says otherwise). Info, a warning from "
            + "twice the share",
        silentWhen: "no tag is asked for",
        whyItMatters: "what belongs to nobody is saved by nobody"
    )

    static func finding(_ share: SpendReport.TagShare, _ night: CostNight) -> Finding? {
        let limit = night.policy.untaggedShare
        guard let part = share.share, part > limit else { return nil }
        let entity = Entity(kind: .spend, name: "tag \(share.tag)")
        let percent = night.format.percent(part)
        let title = "\(percent) of the spend has no tag \(share.tag)"
        let detail =
            "\(night.money(share.without)) of \(night.money(share.whole)) in 28 days; "
            + "\(night.format.percent(limit)) are borne."
        let words = Statement(title: title, detail: detail)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: part > 2 * limit ? .warning : .info,
            magnitude: part,
            currency: night.currency,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text: "Tag the greatest of the table, and let what creates resources refuse "
                        + "those without \(share.tag).",
                    impact: .medium,
                    effort: .medium
                )
            ],
            evidence: Evidence(
                table: table(share, night),
                method: "cost of use without the tag over cost of all use",
                data: night.data,
                commands: night.commands(rule, entity, by: "tag:\(DeliveryNight.quoted(share.tag))")
            )
        )
    }

    private static func table(_ share: SpendReport.TagShare, _ night: CostNight) -> EvidenceTable? {
        let through = night.report.through
        let days = through.adding(days: -27)..<through.adding(days: 1)
        let levels: [SpendDimension] = [.tag(share.tag), .account, .field(.service)]
        let tree = night.report.spend.tree(by: levels, in: days) { $0.isUsage }
        guard let without = tree?.parts.first(where: { $0.name == nil }) else { return nil }
        let rows = without.parts.flatMap { account in
            account.parts.map { (account.name ?? "–", $0.name ?? "–", $0.amount) }
        }.sorted { ($0.2, $1.0, $1.1) > ($1.2, $0.0, $0.1) }
        return EvidenceTable(
            title: "The most without \(share.tag), 28 days",
            columns: ["Account", "Service", "Cost"],
            rows: rows.prefix(20).map {
                [.code($0.0), .text($0.1), .number($0.2.double, .money)]
            }
        )
    }
}
