import D8SModel

/// Entities of a pack that nothing is heard of any more, or not all.
///
/// *Fires when* an entity that had values in the last seven days has none that is recent enough
/// (by the measure's `stale`, else five steps of the night). Those of one pack are one item, a
/// warning.
///
/// *Silent when* such things come and go by themselves (`comes_and_goes`), or when an entity had no
/// value for a week.
///
/// *Why it matters*: what is not seen may be down, and none of its limits can be watched.
enum PackSilence {
    static let rule = Rule(
        name: "values-missing",
        title: "Values of something that is watched are missing",
        firesWhen: """
            an entity that had values in the last seven days has none that is recent enough (by \
            the measure's `stale`, else five steps of the night). Those of one pack are one item, \
            a warning.
            """,
        silentWhen: """
            such things come and go by themselves (`comes_and_goes`), or when an entity had no \
            value for a week.
            """,
        whyItMatters: "what is not seen may be down, and none of its limits can be watched."
    )

    /// Rows that a table shows at most.
    private static let tableLength = 50

    static func findings(in domain: DomainReading, _ night: PackNight) -> [Finding] {
        let silent = SilentEntity.all(in: domain, asOf: night.asOf.milliseconds)
        guard let first = silent.first else { return [] }
        return [finding(silent, first, domain, night)]
    }

    private static func finding(
        _ silent: [SilentEntity],
        _ first: SilentEntity,
        _ domain: DomainReading,
        _ night: PackNight
    ) -> Finding {
        let since = silent.map(\.last).min() ?? first.last
        return Finding(
            rule: rule.name,
            entity: Entity(kind: .pack, name: domain.pack.name),
            severity: .warning,
            since: Instant(milliseconds: since),
            magnitude: Double(silent.count),
            reach: Double(Set(silent.map(\.entity)).count),
            statements: statements(silent, domain.pack, since, night),
            actions: [
                Action(
                    text: "See whether it still runs and whether its source still brings it; if it "
                        + "is gone for good, accept the item.",
                    impact: .high,
                    effort: .low
                )
            ],
            evidence: evidence(silent, domain.pack, night)
        )
    }

    private static func statements(
        _ silent: [SilentEntity],
        _ pack: Pack,
        _ since: Int64,
        _ night: PackNight
    ) -> [Audience: Statement] {
        var seen: Set<Entity> = []
        let names = silent.map(\.entity).filter { seen.insert($0).inserted }.map(\.name)
        let more = names.count > 1 ? " and \(names.count - 1) more" : ""
        let name = (names.first ?? pack.title) + more
        let title = "\(pack.title): values of \(name) are missing"
        let detail =
            "The last ones came at \(night.time(since)), \(night.length(since: since)) before "
            + "this report. Until they come again, nobody knows how it stands."
        return Dictionary(
            uniqueKeysWithValues: Audience.allCases.map {
                ($0, Statement(title: title, detail: detail))
            }
        )
    }

    private static func evidence(
        _ silent: [SilentEntity],
        _ pack: Pack,
        _ night: PackNight
    ) -> Evidence {
        let rows = silent.prefix(tableLength).map { entry -> [EvidenceTable.Cell] in
            [
                .code(entry.entity.name), .text(entry.measure),
                .time(Instant(milliseconds: entry.last)),
            ]
        }
        return Evidence(
            table: EvidenceTable(
                title: "What is missing",
                columns: [pack.entity.kind.rawValue, "Measure", "Last value"],
                rows: rows
            ),
            method: "the time of the last value of each entity and measure in seven days",
            data: night.format.count(silent.count, "entity without a measure", "missing values"),
            commands: ["d8s sources", "d8s history"]
        )
    }
}
