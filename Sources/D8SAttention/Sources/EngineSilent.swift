import D8SModel

/// A server that should answer for the packs and rules, and does not.
///
/// *Fires when* the server that a source names as its engine does not answer when it is asked for a
/// constant. Critical: nothing that it holds was looked at.
///
/// *Silent when* it answers.
///
/// *Why it matters*: its packs and rules were not evaluated, which looks as if all were well.
enum EngineSilent {
    static let rule = Rule(
        name: "engine-silent",
        title: "The engine of a source does not answer",
        firesWhen: """
            the server that a source names as its engine does not answer when it is asked for a \
            constant. Critical: nothing that it holds was looked at.
            """,
        silentWhen: "it answers.",
        whyItMatters: """
            its packs and rules were not evaluated, which looks as if all were well.
            """
    )

    static func finding(about engine: SilentEngine) -> Finding {
        let name = Redaction.redacted(engine.source)
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: engine.source),
            severity: .critical,
            magnitude: 1,
            reach: 1,
            statements: statements(name, Redaction.redacted(engine.reason)),
            actions: [
                Action(
                    text: "Start the server, or mend `engine` of \(name) in d8s.yaml; "
                        + "`d8s check` asks it.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: Evidence(
                method: "the answer to the query `vector(1)`",
                data: Redaction.redacted(engine.reason),
                commands: ["d8s check"]
            )
        )
    }

    private static func statements(_ name: String, _ reason: String) -> [Audience: Statement] {
        [
            .executive: Statement(
                title: "What \(name) holds could not be looked at",
                detail: "Its server does not answer. Whether all is well there is not known."
            ),
            .devops: Statement(
                title: "The engine of \(name) does not answer",
                detail: "No pack and no rule was evaluated there: \(reason)"
                    + (reason.hasSuffix(".") ? "" : ".")
            ),
            .analyst: Statement(
                title: "\(name): no figure of its server is in this edition",
                detail: "Packs and rules were evaluated without it. That they found nothing there "
                    + "says nothing."
            ),
        ]
    }
}
