package import D8SModel

/// One ISO week of one service's delivery.
///
/// Nil where the week has too little to say.
package struct DeliveryWeek: Hashable, Sendable {
    package let week: Week
    /// First instant of the week in the report's zone.
    package let start: Instant
    /// Successful deployments.
    package let deployments: Int
    /// Days with at least one.
    package let deploymentDays: Int
    /// Completed attempts, and those of them that needed intervention.
    package let attempts: Int
    package let failures: Int
    package let reworks: Int
    /// Changes first deployed in the week.
    package let changes: Int
    /// Median lead time of these, in seconds.
    package let medianLeadTime: Double?
    /// Median of the recoveries of the week's failures (Kaplan–Meier), in seconds.
    package let medianRecovery: Double?

    package init(
        week: Week,
        start: Instant,
        deployments: Int,
        deploymentDays: Int,
        attempts: Int,
        failures: Int,
        reworks: Int,
        changes: Int,
        medianLeadTime: Double?,
        medianRecovery: Double?
    ) {
        self.week = week
        self.start = start
        self.deployments = deployments
        self.deploymentDays = deploymentDays
        self.attempts = attempts
        self.failures = failures
        self.reworks = reworks
        self.changes = changes
        self.medianLeadTime = medianLeadTime
        self.medianRecovery = medianRecovery
    }
}
