import D8SModel

/// A source that is configured and has never been collected.
///
/// *Fires when* a source has no successful collection at all. Warning.
///
/// *Silent when* it was collected once; from then on `source-late` watches it.
///
/// *Why it matters*: somebody expects to be told about what it watches, and nobody is looking.
enum SourceNeverCollected {
    static let rule = Rule(
        name: "source-never-collected",
        title: "A source was never collected",
        firesWhen: "a source has no successful collection at all. Warning.",
        silentWhen: "it was collected once; from then on source-late watches it.",
        whyItMatters: """
            somebody expects to be told about what it watches, and nobody is looking.
            """
    )

    static func finding(about source: SourceState, on night: Night) -> Finding? {
        guard source.lastSuccess == nil else { return nil }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: source.name),
            severity: .warning,
            since: nil,
            magnitude: 1,
            reach: Double(source.services.count),
            cause: SourceRules.cause(ofSource: source.name),
            statements: statements(source, on: night),
            actions: [
                Action(
                    text: "Mend the configuration of \(source.shownName), or take it out.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: source.evidence(
                method: "no successful collection in the history",
                rule: rule,
                on: night
            )
        )
    }

    private static func statements(
        _ source: SourceState,
        on night: Night
    ) -> [Audience: Statement] {
        let error = source.errorSentence(on: night)
        return [
            .executive: Statement(
                title: "Nothing is known \(source.ofServices)",
                detail: "The data was never there, so this report cannot tell whether all is well."
            ),
            .devops: Statement(
                title: "Source \(source.shownName) was never collected",
                detail: error
            ),
            .analyst: Statement(
                title: "No data from \(source.shownName)",
                detail: "No measure of this report has a value from it. " + error
            ),
        ]
    }
}
