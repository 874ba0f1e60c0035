import D8SAnalysis
import D8SModel

/// One week of one service in the JSON answer of `d8s dora`; times are in seconds.
struct DoraWeekRow: Encodable {
    var service: String
    var week: String
    var deployments: Int
    var deploymentDays: Int
    var attempts: Int
    var failures: Int
    var reworks: Int
    var changes: Int
    var medianLeadTime: Double?
    var medianRecovery: Double?

    init(service: String, _ week: DeliveryWeek) {
        self.service = service
        self.week = week.week.description
        deployments = week.deployments
        deploymentDays = week.deploymentDays
        attempts = week.attempts
        failures = week.failures
        reworks = week.reworks
        changes = week.changes
        medianLeadTime = week.medianLeadTime
        medianRecovery = week.medianRecovery
    }
}
