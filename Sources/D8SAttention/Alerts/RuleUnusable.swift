import D8SModel

/// Rule files that cannot be used, and rules in them that fail.
///
/// *Fires when* a file under rules cannot be read or has a mistake, or the expression of one of its
/// rules failed at some time of the night. Warning; those of one file are one item.
///
/// *Silent when* every rule could be evaluated all night.
///
/// *Why it matters*: a rule that is not evaluated raises no alert, which looks as if all were well.
enum RuleUnusable {
    static let rule = Rule(
        name: "rule-unusable",
        title: "A rule file or a rule cannot be evaluated",
        firesWhen: """
            a file under rules cannot be read or has a mistake, or the expression of one of its \
            rules failed at some time of the night. Warning; those of one file are one item.
            """,
        silentWhen: "every rule could be evaluated all night.",
        whyItMatters: """
            a rule that is not evaluated raises no alert, which looks as if all were well.
            """
    )

    /// Rows that a table shows at most.
    private static let tableLength = 20

    static func findings(of unusable: [UnusableRule], on night: Night) -> [Finding] {
        Dictionary(grouping: unusable, by: \.file)
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { finding(about: $0.key, $0.value, on: night) }
    }

    private static func finding(
        about file: String,
        _ faults: [UnusableRule],
        on night: Night
    ) -> Finding {
        let name = Redaction.redacted(file)
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .rules, name: name),
            severity: .warning,
            since: faults.compactMap(\.first).min(),
            magnitude: Double(faults.count),
            reach: Double(faults.count),
            statements: statements(name, faults, on: night),
            actions: [
                Action(
                    text: faults.contains { $0.name == nil }
                        ? "Mend \(name) where `d8s rules check` says."
                        : "Mend the expressions, or the series that they are about.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: Evidence(
                table: table(faults),
                method: "evaluation of each rule at its group's interval",
                data: "\(Format(zone: night.zone).count(faults.count, "fault")) in \(name)",
                commands: ["d8s rules check \"\(name)\""]
            )
        )
    }

    private static func statements(
        _ file: String,
        _ faults: [UnusableRule],
        on night: Night
    ) -> [Audience: Statement] {
        let format = Format(zone: night.zone)
        let isWhole = faults.contains { $0.name == nil }
        let names = Phrase.list(faults.prefix(3).compactMap(\.name).map { Redaction.redacted($0) })
        let reason = Redaction.redacted(faults.first?.reason ?? "")
        let some = format.count(faults.count, "rule") + " of \(file)"
        let times = format.count(faults.map(\.count).reduce(0, +), "evaluation")
        return [
            .executive: Statement(
                title: isWhole
                    ? "Nobody would be alerted by \(file)" : "\(some) could not be evaluated",
                detail: "What they would have said of the night is not known."
            ),
            .devops: Statement(
                title: isWhole
                    ? "\(file) cannot be used" : "\(names) of \(file) cannot be evaluated",
                detail: sentence(reason)
            ),
            .analyst: Statement(
                title: isWhole
                    ? "No rule of \(file) was evaluated" : "\(some) failed in \(times)",
                detail: "No alert of theirs is known where they failed; that there is none says "
                    + "nothing."
            ),
        ]
    }

    private static func sentence(_ reason: String) -> String {
        guard let last = reason.last else { return "The reason is not known." }
        return ".!?".contains(last) ? reason : reason + "."
    }

    private static func table(_ faults: [UnusableRule]) -> EvidenceTable {
        let rows = faults.prefix(tableLength).map { fault -> [EvidenceTable.Cell] in
            [
                fault.name.map { .text(Redaction.redacted($0)) } ?? .missing("the file"),
                fault.line.map { .number(Double($0), .count) } ?? .missing("-"),
                .text(Redaction.redacted(fault.reason)),
                fault.first.map { .time($0) } ?? .missing("always"),
                fault.count > 0 ? .number(Double(fault.count), .count) : .missing("all"),
            ]
        }
        return EvidenceTable(
            title: faults.count > rows.count
                ? "\(rows.count) of the \(faults.count) faults" : "The faults",
            columns: ["Rule", "Line", "What is wrong", "First", "Evaluations that failed"],
            rows: rows
        )
    }
}
