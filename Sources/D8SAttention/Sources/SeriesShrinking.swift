import D8SModel

/// A source that brings far fewer series than a week ago.
///
/// *Fires when* the series with a sample in the source's last full day are less than half of those
/// a week earlier. Warning.
///
/// *Silent when* there were fewer than 20 a week ago, since one small thing that stops halves so
/// few; and when the source is younger than that.
///
/// *Why it matters*: what is not measured any more cannot be seen to fail, and the source is not
/// late: it still answers.
enum SeriesShrinking {
    /// The fewest series a week ago of which half is many.
    static let fewest = 20
    /// What is left of them at most.
    static let share = 0.5

    static let rule = Rule(
        name: "series-shrinking",
        title: "A source brings far fewer series",
        firesWhen: """
            the series with a sample in the source's last full day are less than half of those a \
            week earlier. Warning.
            """,
        silentWhen: """
            there were fewer than 20 a week ago, since one small thing that stops halves so few; \
            and when the source is younger than that.
            """,
        whyItMatters: """
            what is not measured any more cannot be seen to fail, and the source is not late: it \
            still answers.
            """
    )

    static func finding(about source: SourceState, on night: Night) -> Finding? {
        guard let coverage = source.coverage, let before = coverage.before, before >= fewest,
            Double(coverage.active) < share * Double(before)
        else { return nil }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .source, name: source.name),
            severity: .warning,
            magnitude: 1 - Double(max(coverage.active, 0)) / Double(before),
            reach: Double(source.services.count),
            statements: statements(source, coverage.active, before),
            actions: [
                Action(
                    text: "See what \(source.shownName) does not show any more, and why.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: source.evidence(
                method: "series with a sample in the last full day against the same a week earlier",
                rule: rule,
                on: night
            )
        )
    }

    private static func statements(
        _ source: SourceState,
        _ active: Int,
        _ before: Int
    ) -> [Audience: Statement] {
        let format = Format(zone: .utc)
        let gone = format.percent(1 - Double(max(active, 0)) / Double(before))
        let counts = "\(format.whole(active)) of \(format.whole(before)) series"
        return [
            .executive: Statement(
                title: "Much of what \(source.shownName) measured is not measured any more",
                detail: "\(gone) of it has gone within a week. Faults there would not be seen."
            ),
            .devops: Statement(
                title: "Source \(source.shownName) brings \(counts) of a week ago",
                detail:
                    "It still answers. An exporter, a collector of it or a target behind it has "
                    + "stopped, or something was renamed."
            ),
            .analyst: Statement(
                title: "\(source.shownName): \(counts) left, \(gone) fewer than a week ago",
                detail: "Sums and counts over its series fall with them; that is no change of what "
                    + "they measure."
            ),
        ]
    }
}
