import D8SModel

/// An alert that fires all the time to show that alerting works, and that has stopped.
///
/// *Fires when* a watchdog (an alert named Watchdog, or after a dead man's switch) fired in the last
/// 30 days and none of its name has for 15 minutes. Critical.
///
/// *Silent when* one fires, or when there was never one.
///
/// *Why it matters*: if the alert that always fires does not, no other one will.
enum WatchdogSilent {
    static let rule = Rule(
        name: "watchdog-silent",
        title: "The alert that always fires has stopped",
        firesWhen: """
            a watchdog (an alert named Watchdog, or after a dead man's switch) fired in the last 30 \
            days and none of its name has for 15 minutes. Critical.
            """,
        silentWhen: "one fires, or there was never one.",
        whyItMatters: "if the alert that always fires does not, no other one will."
    )

    /// Seconds that a restart of the other system may take.
    private static let patience = 900.0

    static func findings(of alerts: [Alert], on night: Night) -> [Finding] {
        let start = night.asOf.adding(seconds: -AlertRules.lookBack)
        let known = alerts.filter { $0.isWatchdog && $0.started <= night.asOf }
        return Dictionary(grouping: known, by: \.name)
            .sorted { $0.key < $1.key }
            .compactMap { name, alerts in
                guard !alerts.contains(where: { $0.fires(at: night.asOf) }),
                    let last = alerts.compactMap(\.ended).max(), last > start,
                    night.asOf.seconds(since: last) > patience
                else { return nil }
                return finding(about: name, since: last, on: night)
            }
    }

    private static func finding(about name: String, since last: Instant, on night: Night) -> Finding
    {
        Finding(
            rule: rule.name,
            entity: Entity(kind: .alert, name: name),
            severity: .critical,
            since: last,
            magnitude: 1,
            reach: 1,
            statements: statements(name, last, on: night),
            actions: [
                Action(
                    text: "See whether the system that raises \(name) runs and can send.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: Evidence(
                method: "end of the last time that \(name) fired",
                data: "none of this name fires at the as-of instant",
                commands: ["d8s explain \(rule.name)-\(Slug.of(name)) --as-of \(night.asOf)"]
            )
        )
    }

    private static func statements(
        _ name: String,
        _ last: Instant,
        on night: Night
    ) -> [Audience: Statement] {
        let format = Format(zone: night.zone)
        let since = format.dateTime(last, reference: night.asOf)
        let length = format.duration(night.asOf.seconds(since: last))
        return [
            .executive: Statement(
                title: "Nobody would be alerted now",
                detail: "The signal that shows that alerting works ended on \(since), "
                    + "\(length) ago."
            ),
            .devops: Statement(
                title: "\(name) has not fired for \(length)",
                detail: "It fires all the time while alerting works and ended on \(since). "
                    + "Prometheus, its rules or its way to the Alertmanager may be broken."
            ),
            .analyst: Statement(
                title: "\(name) is absent since \(since)",
                detail: "No alert that would have fired in the \(length) since then is known; "
                    + "that there is none says nothing."
            ),
        ]
    }
}
