import D8SAnalysis
import D8SModel

extension DataSets {
    /// The deployments that these services carry; with a period, those that finished in it.
    static func deployments(
        _ services: [ServiceDelivery],
        finishedIn period: Window? = nil
    ) -> DataSet {
        let isWanted = { @Sendable (judged: JudgedDeployment) in
            period?.contains(judged.deployment.finished) ?? true
        }
        return DataSet(
            name: "deployments",
            about: "Every deployment of the window and of the one before it, oldest first.",
            columns: columns,
            count: services.reduce(0) { $0 + $1.deployments.count(where: isWanted) }
        ) { body in
            for service in services {
                for judged in service.deployments where isWanted(judged) { body(row(judged)) }
            }
        }
    }

    private static let columns: [DataSet.Column] = [
        .init(name: "service", type: "text", meaning: "Name of the service."),
        .init(name: "environment", type: "text", meaning: "Where it was deployed."),
        .init(name: "id", type: "text", meaning: "Unique within the service."),
        .init(name: "name", type: "text", meaning: "Tag or version."),
        .init(name: "revision", type: "text", meaning: "Commit; empty if unknown."),
        .init(name: "started", type: "instant", meaning: "When it began."),
        .init(name: "finished", type: "instant", meaning: "When it ended."),
        .init(name: "status", type: "text", meaning: "success, failure or cancelled."),
        .init(name: "jobs", type: "integer", meaning: "Jobs it was merged from."),
        .init(
            name: "direction",
            type: "text",
            meaning: "Against the deployment before: forward, rollback, same, sideways, unknown."
        ),
        .init(
            name: "changes",
            type: "integer",
            meaning: "Changes it was the first to deploy; empty if unknown."
        ),
        .init(
            name: "median_lead_time",
            type: "number",
            meaning: "Median lead time of these in seconds."
        ),
        .init(
            name: "range_changes",
            type: "integer",
            meaning: "Changes in it and not in the deployment before; empty if unknown."
        ),
        .init(
            name: "range_median_lead_time",
            type: "number",
            meaning: "Median lead time of these in seconds."
        ),
        .init(
            name: "range_merged",
            type: "integer",
            meaning: "Those that are known to have been merged to the main line."
        ),
        .init(
            name: "range_median_merge_to_deployment",
            type: "number",
            meaning: "Median of finish minus merge of these in seconds."
        ),
        .init(
            name: "needed_intervention",
            type: "boolean",
            meaning: "Whether it counts in the change fail rate."
        ),
        .init(name: "interventions", type: "text", meaning: "Why it counts."),
        .init(name: "restored", type: "instant", meaning: "When users were well again."),
        .init(name: "rework", type: "boolean", meaning: "Whether it counts as rework."),
        .init(name: "rework_reason", type: "text", meaning: "Why it is, or may be, rework."),
        .init(name: "rework_evidence", type: "text", meaning: "What the reason was read from."),
    ]

    private static func row(_ judged: JudgedDeployment) -> [DataValue] {
        let deployment = judged.deployment
        return [
            .text(deployment.service), .text(deployment.environment), .text(deployment.id),
            .optional(deployment.name), .optional(deployment.revision),
            .optional(deployment.started), .instant(deployment.finished),
            .text(deployment.status.rawValue), .whole(judged.jobs),
            .text(judged.direction.rawValue), .optional(judged.changes),
            .optional(judged.medianLeadTime), .optional(judged.range?.changes),
            .optional(judged.range?.medianLeadTime), .optional(judged.range?.merged),
            .optional(judged.range?.medianMergeToDeployment), .flag(judged.neededIntervention),
            .text(judged.interventions.map(\.words).joined(separator: "; ")),
            .optional(judged.restored), .flag(judged.isRework),
            .optional(deployment.rework?.rawValue), .optional(deployment.reworkEvidence),
        ]
    }
}
