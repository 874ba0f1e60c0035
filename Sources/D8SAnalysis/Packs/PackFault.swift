import D8SModel

/// A measure whose query has no answer.
///
/// *Fires when* the query of a measure of a pack that is at work fails: a mistake in the pack, too
/// many samples, a server that does not answer. Those of one pack are one item, a warning.
///
/// *Silent when* the query has an answer, an empty one too.
///
/// *Why it matters*: a limit that is not watched looks like one that is kept.
enum PackFault {
    static let rule = Rule(
        name: "measure-unanswered",
        title: "A measure could not be read",
        firesWhen: """
            the query of a measure of a pack that is at work fails: a mistake in the \
            pack, too many samples, a server that does not answer. Those of one pack are one item, \
            a warning.
            """,
        silentWhen: "the query has an answer, an empty one too.",
        whyItMatters: "a limit that is not watched looks like one that is kept."
    )

    static func findings(in domain: DomainReading, _ night: PackNight) -> [Finding] {
        let faults = domain.measures.compactMap { reading in
            reading.fault.map { (title: reading.measure.name.title, reason: $0) }
        }
        return finding(faults, of: domain.pack, night.format).map { [$0] } ?? []
    }

    /// What to say of these measures of a pack; nil if there are none.
    static func finding(
        _ faults: [(title: String, reason: String)],
        of pack: Pack,
        _ format: Format
    ) -> Finding? {
        guard let first = faults.first else { return nil }
        let count = format.count(faults.count, "measure")
        let statement = Statement(
            title: "\(pack.title): \(count) could not be read",
            detail: "\(first.title): \(first.reason)"
        )
        let rows = faults.map { [EvidenceTable.Cell.text($0.title), .code($0.reason)] }
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .pack, name: pack.name),
            severity: .warning,
            magnitude: Double(faults.count),
            reach: Double(faults.count),
            statements: Dictionary(
                uniqueKeysWithValues: Audience.allCases.map { ($0, statement) }
            ),
            actions: [
                Action(
                    text: "Mend the query in \(pack.file), or what answers it; "
                        + "`d8s check` tries all of them.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: Evidence(
                table: EvidenceTable(
                    title: "What could not be read",
                    columns: ["Measure", "Why"],
                    rows: rows
                ),
                method: "the answer of the engine to the measure's query",
                data: "\(faults.count) of "
                    + format.count(pack.measures.count, "query", "queries"),
                commands: ["d8s check"]
            )
        )
    }
}
