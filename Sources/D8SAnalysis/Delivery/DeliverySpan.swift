import D8SModel

/// A recent stretch of days, and what came before it.
package struct DeliverySpan: Hashable, Sendable {
    /// Calendar days of `now`.
    package let days: Int
    /// Calendar days of `before`, which ends where `now` begins.
    package let beforeDays: Int
    package let now: DeliveryMetrics
    package let before: DeliveryMetrics

    package init(days: Int, beforeDays: Int, now: DeliveryMetrics, before: DeliveryMetrics) {
        self.days = days
        self.beforeDays = beforeDays
        self.now = now
        self.before = before
    }
}

extension DeliverySpan {
    /// Whether the deployment finished in `now`.
    func isRecent(_ deployment: JudgedDeployment) -> Bool {
        now.window.contains(deployment.deployment.finished)
    }
}
