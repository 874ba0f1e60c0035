import D8SModel

/// A file of one's own packs that cannot be used.
///
/// *Fires when* a pack's file breaks the form or cannot be read: what it watches is not watched, and
/// a shipped pack that it replaces is at work in its place. Warning.
///
/// *Silent when* every file can be used.
///
/// *Why it matters*: a limit that is not watched looks like one that is kept.
enum PackUnreadable {
    static let rule = Rule(
        name: "pack-unreadable",
        title: "A pack cannot be used",
        firesWhen: """
            a pack's file breaks the form or cannot be read: what it watches is not watched, and a \
            shipped pack that it replaces is at work in its place. Warning.
            """,
        silentWhen: "every file can be used.",
        whyItMatters: "a limit that is not watched looks like one that is kept."
    )

    /// One for all problems; none if there are none.
    static func findings(_ problems: [String], _ format: Format) -> [Finding] {
        guard let first = problems.first, let kind = Entity.Kind(rawValue: "packs") else {
            return []
        }
        let statement = Statement(
            title: "\(format.count(problems.count, "mistake")) in packs: they are not at work",
            detail: first
        )
        return [
            Finding(
                rule: rule.name,
                entity: Entity(kind: kind, name: "packs"),
                severity: .warning,
                magnitude: Double(problems.count),
                reach: Double(problems.count),
                statements: Dictionary(
                    uniqueKeysWithValues: Audience.allCases.map { ($0, statement) }
                ),
                actions: [
                    Action(
                        text: "Mend them as said; `d8s check` says whether they are.",
                        impact: .high,
                        effort: .low
                    )
                ],
                evidence: Evidence(
                    table: EvidenceTable(
                        title: "What is wrong",
                        columns: ["Mistake"],
                        rows: problems.map { [.code($0)] }
                    ),
                    method: "the packs' files, read by their form",
                    data: format.count(problems.count, "mistake"),
                    commands: ["d8s check --offline"]
                )
            )
        ]
    }
}
