import D8SModel

/// Alerts of another system, such as Prometheus, or of your own rule files, that fire or fired
/// during the night.
///
/// *Fires when* an alert fires at the as-of instant: critical if its label severity is critical,
/// page or error; warning if it is warning or missing; else info. Alerts of one name are one item.
/// Info if none of them fires any more, but during the 24 hours before one that is critical did, or
/// one of them began three times or more, or they fired for an hour or longer.
///
/// *Silent when* it fires by design (Watchdog, dead man's switches, InfoInhibitor, severity none),
/// and when it fired only briefly and rarely and has ended.
///
/// *Why it matters*: somebody wrote the rule so that somebody would be told; what has ended by
/// itself comes back.
enum AlertFiring {
    static let rule = Rule(
        name: "alert-firing",
        title: "An alert fires",
        firesWhen: """
            an alert fires at the as-of instant: critical if its label severity is critical, page \
            or error; warning if it is warning or missing; else info. Alerts of one name are one \
            item. Info if none of them fires any more, but during the 24 hours before one that is \
            critical did, or one of them began three times or more, or they fired for an hour or \
            longer.
            """,
        silentWhen: """
            it fires by design (Watchdog, dead man's switches, InfoInhibitor, severity none), and \
            when it fired only briefly and rarely and has ended.
            """,
        whyItMatters: """
            somebody wrote the rule so that somebody would be told; what has ended by itself comes \
            back.
            """
    )

    /// From so many starts of one series in a night on, it comes and goes.
    private static let manyStarts = 3
    /// From so many seconds in a night on, what has ended is still told.
    private static let longTime = 3600.0

    static func finding(about alerts: AlertNight) -> Finding? {
        let fires = !alerts.firing.isEmpty
        let isTold =
            fires || alerts.severity == .critical || alerts.mostStarts >= manyStarts
            || alerts.seconds >= longTime
        guard isTold else { return nil }
        let words = AlertWords(alerts)
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .alert, name: alerts.name),
            owner: words.owner,
            severity: fires ? alerts.severity : .info,
            since: alerts.since,
            magnitude: Double(alerts.firing.count),
            reach: Double(max(alerts.firing.count, 1)),
            statements: words.statements,
            actions: words.actions,
            evidence: words.evidence
        )
    }
}
