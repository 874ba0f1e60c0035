import D8SModel

/// A source whose last collection held rows that could not be used.
///
/// *Fires when* the last successful collection rejected a row. Info; warning from 10 rows on.
///
/// *Silent when* every row was used.
///
/// *Why it matters*: what was left out is in no figure; if it is not left out by chance, the
/// figures are wrong.
enum SourceRejectedRows {
    /// From so many rows on it is no slip any more.
    static let manyRows = 10

    static let rule = Rule(
        name: "source-rejected-rows",
        title: "A source held rows that could not be used",
        firesWhen: """
            the last successful collection rejected a row. Info; warning from 10 rows on.
            """,
        silentWhen: "every row was used.",
        whyItMatters: """
            what was left out is in no figure; if it is not left out by chance, the figures are \
            wrong.
            """
    )

    static func finding(about source: SourceState, on night: Night) -> Finding? {
        guard source.rejected > 0, let lastSuccess = source.lastSuccess else { return nil }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: source.name),
            severity: source.rejected < manyRows ? .info : .warning,
            since: lastSuccess,
            magnitude: Double(source.rejected),
            reach: Double(source.services.count),
            statements: statements(source, lastSuccess, on: night),
            actions: [
                Action(
                    text: source.kind == "import"
                        ? "Mend the rows that the log of the collection names, and import again."
                        : "Mend what the log of the collection names where it comes from.",
                    impact: .medium,
                    effort: .low
                )
            ],
            evidence: source.evidence(
                method: "count of the rows that the last collection could not use",
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
        let format = Format(zone: night.zone)
        let rows = format.count(source.rejected, "row")
        let when = format.dateTime(lastSuccess, reference: night.asOf)
        return [
            .executive: Statement(
                title: source.services.isEmpty
                    ? "Some records from \(source.shownName) could not be used"
                    : "Some records about \(source.serviceList) could not be used",
                detail: "\(rows) of the last delivery are in no figure of this report."
            ),
            .devops: Statement(
                title: "Source \(source.shownName): \(rows) rejected",
                detail: "The collection on \(when) could not use them; its log names each with "
                    + "line, column and reason. The rest was taken."
            ),
            .analyst: Statement(
                title: "\(rows) of \(source.shownName) left out",
                detail: "They were rejected on \(when) and are in no figure. Whether they are "
                    + "missing by chance is not known."
            ),
        ]
    }
}
