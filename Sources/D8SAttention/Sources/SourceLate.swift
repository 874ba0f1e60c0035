import D8SModel

/// A source that has not been collected for longer than its interval allows.
///
/// *Fires when* the time from the last successful collection to the as-of instant is over the
/// source's interval plus half of it, or plus one hour where that is more; a source without an
/// interval of its own (brought by hand) is given 7 days. Warning; critical over three times the
/// allowed time, if the source has an interval of its own. Sources of one job (`scrape:node/…`) are
/// one item if three or more, and more than half of them, are late.
///
/// *Silent when* the last successful collection is recent enough, or later than the as-of instant,
/// or has never been (that is `source-never-collected`).
///
/// *Why it matters*: without new data everything looks as it did, so a fault cannot show; a page
/// without items would prove nothing.
enum SourceLate {
    static let rule = Rule(
        name: "source-late",
        title: "A source is late",
        firesWhen: """
            the time from the last successful collection to the as-of instant is over the source's \
            interval plus half of it, or plus one hour where that is more; a source without an \
            interval of its own (brought by hand) is given 7 days. Warning; critical over three \
            times the allowed time, if the source has an interval of its own. Sources of one job \
            (scrape:node/…) are one item if three or more, and more than half of them, are late.
            """,
        silentWhen: """
            the last successful collection is recent enough, or later than the as-of instant, or \
            has never been (that is source-never-collected).
            """,
        whyItMatters: """
            without new data everything looks as it did, so a fault cannot show; a page without \
            items would prove nothing.
            """
    )

    static func isLate(
        _ source: SourceState,
        since lastSuccess: Instant,
        on night: Night,
        policy: AttentionPolicy
    ) -> Bool {
        night.asOf.seconds(since: lastSuccess) > allowed(source, policy)
    }

    static func finding(
        about source: SourceState,
        on night: Night,
        policy: AttentionPolicy
    ) -> Finding? {
        guard let lastSuccess = source.lastSuccess,
            isLate(source, since: lastSuccess, on: night, policy: policy)
        else { return nil }
        let age = night.asOf.seconds(since: lastSuccess)
        let times = age / max(allowed(source, policy), 1)
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: source.name),
            severity: times > 3 && source.interval != nil ? .critical : .warning,
            since: lastSuccess,
            magnitude: times,
            reach: Double(source.services.count),
            cause: SourceRules.cause(ofSource: source.name),
            statements: statements(source, since: lastSuccess, age, on: night),
            actions: [action(source)],
            evidence: source.evidence(
                method: "age of the last successful collection against "
                    + Format(zone: night.zone).duration(allowed(source, policy))
                    + (source.interval == nil ? " (no interval of its own)" : ""),
                rule: rule,
                on: night
            )
        )
    }

    /// Seconds that may pass: half an interval for a run that is late, an hour at least.
    private static func allowed(_ source: SourceState, _ policy: AttentionPolicy) -> Double {
        let own = source.interval.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        let interval = own ?? policy.defaultInterval
        return interval + max(interval / 2, policy.grace)
    }

    private static func statements(
        _ source: SourceState,
        since lastSuccess: Instant,
        _ age: Double,
        on night: Night
    ) -> [Audience: Statement] {
        let format = Format(zone: night.zone)
        let since = format.dateTime(lastSuccess, reference: night.asOf)
        let age = format.duration(age)
        let error = source.errorSentence(on: night)
        return [
            .executive: Statement(
                title: source.services.isEmpty
                    ? "\(source.shownName) tells nothing new"
                    : "What this report says about \(source.serviceList) is out of date",
                detail: "Its data ends on \(since), \(age) ago. What has happened since is not "
                    + "known."
            ),
            .devops: Statement(
                title: "Source \(source.shownName) has not been collected for \(age)",
                detail: "The last success was on \(since). " + error
            ),
            .analyst: Statement(
                title: "No data from \(source.shownName) after \(since)",
                detail: source.services.isEmpty
                    ? "Its series end there; the \(age) since then are empty, not calm."
                    : "Measures of \(source.serviceList) stand on data up to then; the last "
                        + "\(age) of each window are empty, not calm."
            ),
        ]
    }

    private static func action(_ source: SourceState) -> Action {
        let brought = source.interval == nil
        return Action(
            text: brought
                ? "Bring the newest data of \(source.shownName)."
                : "Mend the collection of \(source.shownName) and run it again.",
            impact: .high,
            effort: .low
        )
    }
}
