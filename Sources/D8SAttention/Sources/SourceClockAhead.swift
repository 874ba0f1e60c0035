import D8SModel

/// A source that tells of events or samples later than the moment at which it was asked.
///
/// *Fires when* the newest event is over 5 minutes later than the end of the last successful
/// collection. Warning.
///
/// *Silent when* the newest event is older than that, or there is none.
///
/// *Why it matters*: a clock that runs ahead shifts every lead and recovery time, and future events
/// are left out of every window.
enum SourceClockAhead {
    /// Seconds that two honest clocks may differ.
    static let tolerance = 300.0

    static let rule = Rule(
        name: "source-clock-ahead",
        title: "A source's clock runs ahead",
        firesWhen: """
            the newest event is over 5 minutes later than the end of the last successful \
            collection. Warning.
            """,
        silentWhen: "the newest event is older than that, or there is none.",
        whyItMatters: """
            a clock that runs ahead shifts every lead and recovery time, and future events are \
            left out of every window.
            """
    )

    static func finding(about source: SourceState, on night: Night) -> Finding? {
        guard let lastSuccess = source.lastSuccess, let newest = source.newestEvent,
            newest.seconds(since: lastSuccess) > tolerance
        else { return nil }
        let ahead = newest.seconds(since: lastSuccess)
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: source.name),
            severity: .warning,
            since: lastSuccess,
            magnitude: ahead,
            reach: Double(source.services.count),
            statements: statements(source, newest, ahead, on: night),
            actions: [
                Action(
                    text: "Check clock and time zone of \(source.shownName).",
                    impact: .medium,
                    effort: .low
                )
            ],
            evidence: source.evidence(
                method: "newest event against the end of the last successful collection",
                rule: rule,
                on: night
            )
        )
    }

    private static func statements(
        _ source: SourceState,
        _ newest: Instant,
        _ ahead: Double,
        on night: Night
    ) -> [Audience: Statement] {
        let format = Format(zone: night.zone)
        let when = format.dateTime(newest, reference: night.asOf)
        let ahead = format.duration(ahead)
        return [
            .executive: Statement(
                title: source.services.isEmpty
                    ? "Times reported by \(source.shownName) cannot be right"
                    : "Times reported about \(source.serviceList) cannot be right",
                detail: "Some of them lie in the future, so durations may be wrong."
            ),
            .devops: Statement(
                title: "Source \(source.shownName) is \(ahead) ahead of its collection",
                detail:
                    "The newest of what it brought is dated \(when). A wrong clock or a wrong time zone "
                    + "looks like this."
            ),
            .analyst: Statement(
                title: "Events of \(source.shownName) are dated up to \(ahead) ahead",
                detail: "The newest is dated \(when). Events after the as-of instant are in no "
                    + "window; durations that begin or end in this source are doubtful."
            ),
        ]
    }
}
