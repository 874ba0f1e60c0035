import D8SModel

/// A report about nothing.
///
/// *Fires when* the history knows no source at all. Critical.
///
/// *Silent when* there is one source, whatever it brings.
///
/// *Why it matters*: a page that stays black because nothing is watched looks just like a page that
/// stays black because all is well.
enum NothingWatched {
    static let rule = Rule(
        name: "nothing-watched",
        title: "Nothing is watched",
        firesWhen: "the history knows no source at all. Critical.",
        silentWhen: "there is one source, whatever it brings.",
        whyItMatters: """
            a page that stays black because nothing is watched looks just like a page that stays \
            black because all is well.
            """
    )

    static func finding(about sources: [SourceState], on night: Night) -> Finding? {
        guard sources.isEmpty else { return nil }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .organisation, name: night.organisation),
            severity: .critical,
            magnitude: 1,
            statements: statements,
            actions: [
                Action(
                    text: "Name a source in d8s.yaml and run d8s nightly, or run d8s import.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: Evidence(
                method: "number of sources in the history",
                data: "0 sources",
                commands: ["d8s sources"]
            )
        )
    }

    private static var statements: [Audience: Statement] {
        [
            .executive: Statement(
                title: "Nothing is watched yet",
                detail: "No source of data is connected, so this report can say nothing."
            ),
            .devops: Statement(
                title: "The history knows no source",
                detail: "d8s.yaml names none under sources:, and nothing was imported."
            ),
            .analyst: Statement(
                title: "No source, so no measure",
                detail: "The history holds no source; every measure is without data."
            ),
        ]
    }
}
