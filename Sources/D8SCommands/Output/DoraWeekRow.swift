import D8SAnalysis
import D8SModel
import D8SSite

/// One week of one service in the JSON answer of `d8s dora`; times are in seconds.
enum DoraWeekRow {
    static let columns = [
        "service", "week", "deployments", "deployment_days", "attempts", "failures", "reworks",
        "changes", "median_lead_time", "median_recovery",
    ]

    /// In the order of `columns`.
    static func values(of week: DeliveryWeek, _ service: String) -> [DataValue] {
        [
            .text(service), .text(week.week.description), .whole(week.deployments),
            .whole(week.deploymentDays), .whole(week.attempts), .whole(week.failures),
            .whole(week.reworks), .whole(week.changes), .optional(week.medianLeadTime),
            .optional(week.medianRecovery),
        ]
    }
}
