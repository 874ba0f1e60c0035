import D8SModel
import D8SSite

/// One item as `d8s items` writes it in JSON and CSV.
struct ItemRow: Encodable {
    var id: String
    var severity: String
    var state: String
    var night: Int
    var firstNight: String
    var title: String
    var detail: String
    var rule: String
    var entityKind: String
    var entity: String
    var owner: String?
    var rankedBecause: String

    init(_ item: Item) {
        let finding = item.findings.first
        let statement = finding?.statements[.devops]
        id = item.id
        severity = item.severity.word
        state = item.life.state.rawValue
        night = item.life.night
        firstNight = item.life.firstNight.description
        title = statement?.title ?? ""
        detail = statement?.detail ?? ""
        rule = finding?.rule ?? ""
        entityKind = finding?.entity.kind.rawValue ?? ""
        entity = finding?.entity.name ?? ""
        owner = finding?.owner
        rankedBecause = item.rankedBecause
    }

    /// The header of the CSV, in the order of `cells`.
    static let columns = [
        "id", "severity", "state", "night", "first_night", "title", "detail", "rule",
        "entity_kind", "entity", "owner", "ranked_because",
    ]

    var cells: [DataValue] {
        [
            .text(id), .text(severity), .text(state), .whole(night), .text(firstNight),
            .text(title), .text(detail), .text(rule), .text(entityKind), .text(entity),
            .optional(owner), .text(rankedBecause),
        ]
    }
}
