import D8SModel

extension DataSets {
    static func items(_ items: [Item]) -> DataSet {
        DataSet(
            name: "items",
            about: "What needs attention, in rank order, then what is accepted.",
            columns: columns,
            count: items.count
        ) { body in
            for (number, item) in items.enumerated() { body(row(item, rank: number + 1)) }
        }
    }

    private static let columns: [DataSet.Column] = [
        .init(name: "rank", type: "integer", meaning: "1 is the most urgent."),
        .init(name: "id", type: "text", meaning: "Stable across nights."),
        .init(name: "rule", type: "text", meaning: "The rule that fired."),
        .init(
            name: "entity_kind",
            type: "text",
            meaning: "service, source, team, organisation, alert."
        ),
        .init(name: "entity", type: "text", meaning: "Name of what it is about."),
        .init(name: "owner", type: "text", meaning: "The team that has to act."),
        .init(name: "severity", type: "text", meaning: "critical, warning or info."),
        .init(name: "state", type: "text", meaning: "new, ongoing, worse, better or accepted."),
        .init(name: "night", type: "integer", meaning: "1 on the first night."),
        .init(name: "first_night", type: "day", meaning: "First night without a break."),
        .init(name: "due", type: "instant", meaning: "Until when somebody has to react."),
        .init(name: "measure", type: "text", meaning: "Key of the measure; empty without one."),
        .init(name: "value", type: "number", meaning: "Its value."),
        .init(name: "baseline", type: "number", meaning: "What it is held against."),
        .init(name: "unit", type: "text", meaning: "Unit of both."),
        .init(name: "since", type: "instant", meaning: "When it began."),
        .init(name: "confidence", type: "number", meaning: "Probability that it is not chance."),
        .init(name: "title", type: "text", meaning: "The finding in the analyst's words."),
    ]

    private static func row(_ item: Item, rank: Int) -> [DataValue] {
        let finding = item.findings.first
        return [
            .whole(rank), .text(item.id), .optional(finding?.rule),
            .optional(finding?.entity.kind.rawValue), .optional(finding?.entity.name),
            .optional(finding?.owner), .text(item.severity.word),
            .text(item.life.state.rawValue), .whole(item.life.night),
            .day(item.life.firstNight), .optional(item.life.due),
            .optional(finding?.measure?.name.rawValue), .optional(finding?.measure?.value),
            .optional(finding?.baseline?.value), .optional(finding?.measure?.unit.rawValue),
            .optional(finding?.since), .optional(finding?.confidence),
            .optional(finding?.statement(for: .analyst).title),
        ]
    }
}
