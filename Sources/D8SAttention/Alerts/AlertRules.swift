package import D8SModel

/// The rules about alerts that other systems raised.
package enum AlertRules {
    /// What the methods page says about each.
    package static let all: [Rule] = [AlertFiring.rule, WatchdogSilent.rule]

    /// Seconds before the as-of instant whose alerts these rules have to be given.
    package static let lookBack = 30 * 86_400.0

    /// What these rules find tonight, by name of the alert.
    ///
    /// The alerts are all that fired in the look-back before the as-of instant, in any order.
    package static func findings(of alerts: [Alert], on night: Night) -> [Finding] {
        AlertNight.all(of: alerts, on: night).compactMap(AlertFiring.finding)
            + WatchdogSilent.findings(of: alerts, on: night)
    }

    /// Rules × names of alerts that were looked at.
    package static func testCount(of alerts: [Alert]) -> Int {
        Set(alerts.map(\.name)).count
    }
}
