import D8SAttention
import D8SModel

/// `items.json`: what needs attention, for machines.
struct ItemsDocument {
    static let path = "items.json"
    private let edition: Edition

    init(_ edition: Edition) {
        self.edition = edition
    }

    func file() -> SiteFile {
        let night = edition.night
        let attention = edition.input.attention
        let tree = JSONTree.object([
            .init("schema", .whole(1)),
            .init("organisation", .text(night.organisation)),
            .init("night", .day(night.day)),
            .init("zone", .text(night.zone.identifier)),
            .init("as_of", .instant(night.asOf)),
            .init("valid_until", .instant(night.validUntil)),
            .init("generator", .text(night.generator)),
            .init("checked", checks),
            .init("items", .list(attention.items.map(entry))),
            .init("accepted", .list(attention.accepted.map(entry))),
            .init("resolved", .list(attention.resolved.map { .value(.text($0.last.item)) })),
            .init("unseen", .list(attention.unseen.map { .value(.text($0.item)) })),
        ])
        return SiteFile(path: Self.path, bytes: tree.document)
    }

    private var checks: JSONTree {
        let checks = edition.input.checks
        return .object([
            .init(
                "things",
                .object(checks.things.map { .init($0.noun, .whole($0.count)) })
            ),
            .init("sources", .whole(checks.sources)),
            .init("fresh_sources", .whole(checks.freshSources)),
            .init("tests", .whole(checks.tests)),
        ])
    }

    private func entry(_ item: Item) -> JSONTree {
        .object([
            .init("id", .text(item.id)),
            .init("severity", .text(item.severity.word)),
            .init("ranked_because", .text(item.rankedBecause)),
            .init("life", life(item.life)),
            .init("findings", .list(item.findings.map(finding))),
            .init(
                "pages",
                .object(
                    Audience.allCases.map {
                        .init($0.rawValue, .text(PagePath.item(item.id, $0)))
                    }
                )
            ),
        ])
    }

    private func life(_ life: Life) -> JSONTree {
        let acceptance = life.acceptance.map { acceptance -> JSONTree in
            .object([
                .init("reason", .text(acceptance.reason)),
                .init("owner", .text(acceptance.owner)),
                .init("until", .day(acceptance.until)),
            ])
        }
        return .object([
            .init("state", .text(life.state.rawValue)),
            .init("night", .whole(life.night)),
            .init("first_night", .day(life.firstNight)),
            .init("due", .optional(life.due)),
            .init("acceptance", acceptance ?? .value(.missing)),
        ])
    }

    private func finding(_ finding: Finding) -> JSONTree {
        let statements = Audience.allCases.compactMap { audience in
            finding.statements[audience].map { statement -> JSONTree.Member in
                .init(
                    audience.rawValue,
                    .object([
                        .init("title", .text(statement.title)),
                        .init("detail", .text(statement.detail)),
                    ])
                )
            }
        }
        return .object([
            .init("rule", .text(finding.rule)),
            .init("entity", entity(finding.entity)),
            .init("owner", .optional(finding.owner)),
            .init("severity", .text(finding.severity.word)),
            .init("since", .optional(finding.since)),
            .init("magnitude", .number(finding.magnitude)),
            .init("confidence", .optional(finding.confidence)),
            .init("reach", .number(finding.reach)),
            .init("measure", finding.measure.map(measure) ?? .value(.missing)),
            .init("baseline", finding.baseline.map(measure) ?? .value(.missing)),
            .init("statements", .object(statements)),
            .init("actions", .list(finding.actions.map(action))),
            .init("method", .text(finding.evidence.method)),
            .init(
                "commands",
                .list(finding.evidence.commands.map { .value(.text($0)) })
            ),
        ])
    }

    private func entity(_ entity: Entity) -> JSONTree {
        .object([
            .init("kind", .text(entity.kind.rawValue)), .init("name", .text(entity.name)),
        ])
    }

    private func action(_ action: Action) -> JSONTree {
        .object([
            .init("text", .text(action.text)), .init("impact", .text(action.impact.rawValue)),
            .init("effort", .text(action.effort.rawValue)),
        ])
    }

    private func measure(_ measure: Measure) -> JSONTree {
        .object([
            .init("name", .text(measure.name.rawValue)),
            .init("value", .optional(measure.value)),
            .init("unit", .text(measure.unit.rawValue)),
            .init("n", .whole(measure.n)),
            .init("k", .optional(measure.k)),
            .init("low", .optional(measure.interval?.low)),
            .init("high", .optional(measure.interval?.high)),
            .init("confidence", .optional(measure.interval?.confidence)),
            .init("from", .instant(measure.window.start)),
            .init("to", .instant(measure.window.end)),
            .init("method", .text(measure.method)),
            .init(
                "grades",
                .object(measure.grades.map { .init($0.edition, .text($0.label)) })
            ),
        ])
    }
}
