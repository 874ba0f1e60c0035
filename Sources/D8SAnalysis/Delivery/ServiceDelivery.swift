package import D8SModel

/// The delivery of one service: its metrics now and before, its weeks, its deployments.
package struct ServiceDelivery: Hashable, Sendable {
    package let service: Service
    package let environment: String
    /// The report's window.
    package let now: DeliveryMetrics
    /// The window of equal length before it.
    package let before: DeliveryMetrics
    /// The last 28 days and a window's length before them; nil if the window is not longer than that.
    package let trend: DeliverySpan?
    /// Every week from the first deployment (at most 53 back) to the as-of instant, oldest first.
    package let weeks: [DeliveryWeek]
    /// Stretches of seven days counted back from the window's end, at most 52 and only those that lie
    /// wholly after the first deployment, oldest first.
    ///
    /// They fit the windows without a rest, which calendar weeks do not: tests compare these. Each
    /// is named after the week in which it begins.
    package let stretches: [DeliveryWeek]
    /// The deployments of both windows and of the day of the as-of instant, oldest first.
    package let deployments: [JudgedDeployment]
    /// Lead times in seconds of the changes first deployed in the window, ascending.
    package let leadTimes: [Double]
    /// Finish of the last successful deployment ever seen; nil if there is none.
    package let lastDeployment: Instant?
    /// Changes that no deployment could be found for, in both windows.
    package let unmappedChanges: Int
    /// Deployments of any age that needed intervention and were not restored by the as-of instant,
    /// oldest first.
    package let openFailures: [JudgedDeployment]
    /// Seconds between one successful deployment and the next, for those whose later one lies in
    /// `weeks`, oldest first.
    package let gaps: [Double]
    /// Seconds to restored of the failures in `weeks` that are restored, oldest first.
    package let recoveries: [Double]
    /// Successful deployments ever seen.
    package let deploymentsEver: Int

    package init(
        service: Service,
        environment: String,
        now: DeliveryMetrics,
        before: DeliveryMetrics,
        weeks: [DeliveryWeek],
        deployments: [JudgedDeployment],
        leadTimes: [Double],
        lastDeployment: Instant?,
        unmappedChanges: Int,
        openFailures: [JudgedDeployment] = [],
        gaps: [Double] = [],
        recoveries: [Double] = [],
        deploymentsEver: Int = 0,
        trend: DeliverySpan? = nil,
        stretches: [DeliveryWeek]? = nil
    ) {
        self.service = service
        self.environment = environment
        self.now = now
        self.before = before
        self.weeks = weeks
        self.deployments = deployments
        self.leadTimes = leadTimes
        self.lastDeployment = lastDeployment
        self.unmappedChanges = unmappedChanges
        self.openFailures = openFailures
        self.gaps = gaps
        self.recoveries = recoveries
        self.deploymentsEver = deploymentsEver
        self.trend = trend
        self.stretches = stretches ?? Array(weeks.dropFirst())
    }
}
