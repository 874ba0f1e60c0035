package import D8SModel

/// The rules about alerts that other systems raised, or that rule files would have.
package enum AlertRules {
    /// What the methods page says about each.
    package static let all: [Rule] = [
        AlertFiring.rule, WatchdogSilent.rule, RuleUnusable.rule,
    ]

    /// Seconds before the as-of instant whose alerts these rules have to be given.
    package static let lookBack = 30 * 86_400.0

    /// What these rules find tonight, by name of the alert.
    ///
    /// The alerts are all that fired in the look-back before the as-of instant, in any order.
    package static func findings(of alerts: [Alert], on night: Night) -> [Finding] {
        AlertNight.all(of: alerts, on: night).compactMap(AlertFiring.finding)
            + WatchdogSilent.findings(of: alerts, on: night)
    }

    /// What to say of rules that could not be evaluated, by file.
    package static func findings(of unusable: [UnusableRule], on night: Night) -> [Finding] {
        RuleUnusable.findings(of: unusable, on: night)
    }

    /// Alerts of other systems with those that rule files would have raised.
    ///
    /// Where both have an alert with the same labels at the same time, the other system's counts:
    /// it saw every sample. Watchdogs of rule files are left out, since they say nothing of the way
    /// that alerts take.
    package static func joined(_ reported: [Alert], evaluated: [Alert]) -> [Alert] {
        let known = Dictionary(grouping: reported, by: \.series)
        return reported
            + evaluated.filter { alert in
                !alert.isWatchdog && !(known[alert.series] ?? []).contains { $0.overlaps(alert) }
            }
    }

    /// Rules × names of alerts that were looked at.
    package static func testCount(of alerts: [Alert]) -> Int {
        Set(alerts.map(\.name)).count
    }
}

extension Alert {
    /// Whether both fire at some time; seconds between two evaluations do not part them.
    fileprivate func overlaps(_ other: Alert) -> Bool {
        let slack = 120.0
        let startsInTime = other.ended.map { started <= $0.adding(seconds: slack) } ?? true
        let endsInTime = ended.map { other.started <= $0.adding(seconds: slack) } ?? true
        return startsInTime && endsInTime
    }
}
