import D8SModel

/// A source that brings more series than it may.
///
/// *Fires when* the last collection brought series that the history did not take, since the source
/// has as many as its limit allows. Warning.
///
/// *Silent when* every series was taken.
///
/// *Why it matters*: what is new is not kept, and nobody chose what. Mostly a label holds something
/// that never comes twice, such as an id or an address.
enum SeriesLimit {
    static let rule = Rule(
        name: "series-limit",
        title: "A source has reached its limit of series",
        firesWhen: """
            the last collection brought series that the history did not take, since the source has \
            as many as its limit allows. Warning.
            """,
        silentWhen: "every series was taken.",
        whyItMatters: """
            what is new is not kept, and nobody chose what. Mostly a label holds something that \
            never comes twice, such as an id or an address.
            """
    )

    static func finding(about source: SourceState, on night: Night) -> Finding? {
        guard let coverage = source.coverage, coverage.refused > 0 else { return nil }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: source.name),
            severity: .warning,
            magnitude: Double(coverage.refused),
            reach: Double(source.services.count),
            statements: statements(source, coverage),
            actions: [
                Action(
                    text: "Drop the label that never repeats, or the metrics that nobody reads, at "
                        + "\(source.shownName).",
                    impact: .high,
                    effort: .medium
                ),
                Action(
                    text: "If all of them are wanted, raise `series_limit` of "
                        + "\(source.shownName) in d8s.yaml.",
                    impact: .medium,
                    effort: .low
                ),
            ],
            evidence: source.evidence(
                method: "series of the last collection that were over the source's limit",
                rule: rule,
                on: night
            )
        )
    }

    private static func statements(
        _ source: SourceState,
        _ coverage: SeriesCoverage
    ) -> [Audience: Statement] {
        let format = Format(zone: .utc)
        let refused = format.whole(coverage.refused)
        let limit = format.whole(coverage.limit)
        return [
            .executive: Statement(
                title: "Not everything that \(source.shownName) measures is kept",
                detail: "It brings more than it may. What was known before goes on; what is new is "
                    + "missing here."
            ),
            .devops: Statement(
                title: "Source \(source.shownName) has reached its limit of \(limit) series",
                detail: "The last collection brought \(refused) more, which were not taken. "
                    + "`d8s history` shows which metrics have most series."
            ),
            .analyst: Statement(
                title: "\(source.shownName): \(refused) series over the limit of \(limit)",
                detail: "They are in no figure. Which of the new ones were taken depends on which "
                    + "came first, so counts over this source are too low."
            ),
        ]
    }
}
