import D8SModel

/// A source that answers and brings nothing.
///
/// *Fires when* a source was collected successfully and the history holds nothing of it. Warning.
///
/// *Silent when* it brought one event or sample, or was never collected.
///
/// *Why it matters*: a wrong address, pattern or permission looks just like a quiet service.
enum SourceEmpty {
    static let rule = Rule(
        name: "source-empty",
        title: "A source brings nothing",
        firesWhen: """
            a source was collected successfully and the history holds nothing of it. Warning.
            """,
        silentWhen: "it brought one event or sample, or was never collected.",
        whyItMatters: """
            a wrong address, pattern or permission looks just like a quiet service.
            """
    )

    static func finding(about source: SourceState, on night: Night) -> Finding? {
        guard let lastSuccess = source.lastSuccess, source.newestEvent == nil else { return nil }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: source.name),
            severity: .warning,
            since: nil,
            magnitude: 1,
            reach: Double(source.services.count),
            cause: SourceRules.cause(ofSource: source.name),
            statements: statements(source, lastSuccess, on: night),
            actions: [
                Action(
                    text: "Check the address, patterns and permissions of \(source.shownName).",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: source.evidence(
                method: "newest event or sample of the source in the history",
                rule: rule,
                on: night
            )
        )
    }

    private static func statements(
        _ source: SourceState,
        _ lastSuccess: Instant,
        on night: Night
    ) -> [Audience: Statement] {
        let when = Format(zone: night.zone).dateTime(lastSuccess, reference: night.asOf)
        return [
            .executive: Statement(
                title: "Nothing is known \(source.ofServices)",
                detail: "A source answers but has brought nothing, so this report cannot tell "
                    + "whether all is well."
            ),
            .devops: Statement(
                title: "Source \(source.shownName) was collected and brought nothing",
                detail: "The collection on \(when) succeeded without a single record. A wrong "
                    + "pattern or a missing permission looks like this."
            ),
            .analyst: Statement(
                title: "Nothing from \(source.shownName)",
                detail: "The collection on \(when) succeeded; the history holds no event and no "
                    + "sample of it, so no measure has a value from it."
            ),
        ]
    }
}
