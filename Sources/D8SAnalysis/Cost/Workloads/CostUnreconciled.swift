import D8SModel

/// The costs of a cluster do not add up.
///
/// *Fires when* more was allocated on a node than it costs, containers ran on a node that nobody
/// knows, containers are not measured, or parts do not come to the whole: warning from a hundredth
/// of the cost, or where the amount cannot be known; else info.
///
/// *Silent when* every part is accounted for.
///
/// *Why it matters*: a cost tree that does not add up is believed by nobody.
enum CostUnreconciled {
    static let rule = Rule(
        name: "cost-unreconciled",
        title: "The costs of a cluster do not add up",
        firesWhen: "more was allocated on a node than it costs, containers ran on a node that "
            + "nobody knows, containers are not measured, or parts do not come to the whole: "
            + "warning from a hundredth of the cost, or where the amount cannot be known; else info",
        silentWhen: "every part is accounted for",
        whyItMatters: "a cost tree that does not add up is believed by nobody"
    )

    private static let much = 0.01

    static func finding(_ night: WorkloadNight) -> Finding? {
        guard let cluster = night.costs.cluster, !cluster.gaps.isEmpty else { return nil }
        let gaps = cluster.gaps
        let amount = ExactDecimal.sum(gaps.map(\.amount.magnitude)) ?? .zero
        let total = cluster.total.double
        let isOpen = gaps.contains { $0.kind == .unmeasured || $0.kind == .difference }
        let share = total > 0 ? amount.double / total : 1
        let kinds = Set(gaps.map(\.kind)).map(\.words).sorted().joined(separator: "; ")
        let entity = night.entity("costs of clusters")
        let title =
            "The costs of clusters do not add up in \(night.format.count(gaps.count, "place"))"
        let detail = "\(night.money(amount)) of \(night.money(cluster.total)): \(kinds)."
        let words = Statement(title: title, detail: detail)
        return Finding(
            rule: rule.name,
            entity: entity,
            severity: isOpen || share >= much ? .warning : .info,
            magnitude: share,
            reach: amount.double,
            currency: night.currency.code,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text: "See that nodes, requests and use of the places in the table are "
                        + "collected for the whole time.",
                    impact: .medium,
                    effort: .medium
                )
            ],
            evidence: Evidence(
                table: EvidenceTable(
                    title: "What does not add up",
                    columns: ["What", "Where", "Resource", "Amount"],
                    rows: gaps.prefix(20).map {
                        [
                            .text($0.kind.words), .code($0.place.words), .text($0.resource),
                            .number($0.amount.double, .money),
                        ]
                    }
                ),
                method: "cost of assets less what was allocated on them (OpenCost specification)",
                data: night.span,
                commands: night.commands(rule, entity, by: "node")
            )
        )
    }
}

extension CostGap.Kind {
    fileprivate var words: String {
        switch self {
        case .negativeIdle: "more was allocated on a node than it costs"
        case .unknownNode: "the node's capacity is not known"
        case .unmeasured: "nothing is known of what a container asks for or uses"
        case .difference: "parts do not come to the whole"
        }
    }
}

extension CostPlace {
    fileprivate var words: String {
        [cluster, node, namespace, controller, pod, container].filter { !$0.isEmpty }
            .joined(separator: "/")
    }
}
