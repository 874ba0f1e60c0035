import D8SModel

/// Money can be saved without losing anything.
///
/// *Fires when* the recommendations of the night together save a tenth or more of what clusters,
/// pipelines and commitments cost in a month. Info, a warning from a quarter.
///
/// *Silent when* less could be saved; nothing is known of what is asked for and used.
///
/// *Why it matters*: what is paid for and not used is the cheapest saving there is.
enum CostRecoverable {
    static let rule = Rule(
        name: "cost-recoverable",
        title: "Money can be saved without losing anything",
        firesWhen: "the recommendations of the night together save a tenth or more of what "
            + "clusters, pipelines and commitments cost in a month. Info, a warning from a quarter",
        silentWhen: "less could be saved; nothing is known of what is asked for and used",
        whyItMatters: "what is paid for and not used is the cheapest saving there is"
    )

    private static let smallest = 0.1
    private static let much = 0.25

    static func finding(_ night: WorkloadNight) -> Finding? {
        let all = night.costs.recommendations
        guard let saving = all.savings.first(where: { $0.currency == night.currency }),
            let spend = all.spend.first(where: { $0.currency == night.currency }),
            spend.amount > .zero
        else { return nil }
        let own = all.all.filter { $0.saving.currency == night.currency }
        let share = saving.amount.double / spend.amount.double
        guard share >= smallest else { return nil }
        let entity = night.entity("savings in \(night.currency)")
        let title = "\(night.money(saving.amount)) a month can be saved"
        let detail =
            "\(night.format.percent(share)) of \(night.money(spend.amount)), by "
            + "\(night.format.count(own.count, "change")); each is worked out on what those before "
            + "it left, so that they add up. At \(night.rates)."
        let words = Statement(title: title, detail: detail)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: share >= much ? .warning : .info,
            magnitude: share,
            reach: saving.amount.double,
            currency: night.currency.code,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: own.prefix(3).map(action),
            evidence: Evidence(
                table: table(own, night),
                method: "right-sizing, idle nodes and volumes, over-reserved steps, retries, "
                    + "failing pipelines and unused commitments, one after the other",
                data: night.span,
                commands: night.commands(rule, entity, by: "namespace")
            )
        )
    }

    private static func action(_ recommendation: Recommendation) -> Action {
        Action(
            text: "\(recommendation.words): \(recommendation.basis)",
            impact: .high,
            effort: recommendation.effort
        )
    }

    private static func table(_ all: [Recommendation], _ night: WorkloadNight) -> EvidenceTable {
        let rows = all.prefix(20)
        return EvidenceTable(
            title: rows.count < all.count
                ? "The \(rows.count) first of \(all.count)" : "What to do",
            columns: ["What", "Where", "Saves a month", "Effort", "Risk"],
            rows: rows.map {
                [
                    .text($0.words), .code($0.whereabouts),
                    .number($0.saving.amount.double, .money), .text($0.effort.rawValue),
                    .text($0.risk.rawValue),
                ]
            }
        )
    }
}

extension Recommendation {
    /// What it is called.
    package var words: String {
        switch kind {
        case .rightSize: "Ask for less in \(subject)"
        case .overReservedSteps: "Ask for less in the steps of \(subject)"
        case .retries: "Mend what makes \(subject) try again"
        case .failingPipeline: "Mend \(subject)"
        case .idleNode: "Remove node \(subject)"
        case .unclaimedVolume: "Delete volume \(subject), which nothing claims"
        case .unmountedVolume: "Delete volume \(subject), which nothing mounts"
        case .unusedCommitment: "Use or sell commitment \(subject)"
        }
    }

    /// `prod/shop/Deployment/checkout`.
    package var whereabouts: String {
        let parts = [place.cluster, place.namespace, place.controllerKind, place.controller]
        return parts.filter { !$0.isEmpty }.joined(separator: "/")
    }
}
