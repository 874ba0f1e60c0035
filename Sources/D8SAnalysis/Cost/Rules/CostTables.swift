import D8SModel

/// The rows behind findings about costs.
enum CostTables {
    /// Rows of a table at the most.
    private static let length = 20

    /// What changed most, by service; nil if there is nothing to compare with.
    static func services(_ change: SpendChange?, _ night: CostNight) -> EvidenceTable? {
        guard let change, !change.services.isEmpty else { return nil }
        let rows = change.services.prefix(length)
        let part =
            rows.count < change.services.count ? "The \(rows.count) greatest changes" : "Changes"
        return EvidenceTable(
            title: "\(part) by service, \(span(change.now, night)) against "
                + span(change.before, night),
            columns: ["Service", "Before", "Now", "Change"],
            rows: rows.map {
                [
                    .text($0.service ?? "without a service"), .number($0.before.double, .money),
                    .number($0.now.double, .money), .number($0.difference.double, .money),
                ]
            }
        )
    }

    /// What of a part of the spend costs more than before, the greatest change first.
    static func parts(
        of part: SpendPart,
        since day: Day,
        _ night: CostNight,
        _ isCounted: (CostKey) -> Bool = \.isUsage
    ) -> EvidenceTable? {
        let spend = night.report.spend, end = night.report.through.adding(days: 1)
        let count = max(1, end.number - day.number)
        let before = day.adding(days: -count)..<day
        let tree = spend.tree(
            by: part.levels,
            in: day..<end,
            before: before,
            part.filter,
            isCounted
        )
        guard let tree else { return nil }
        let leaves = tree.leaves.map { (leaf: $0, change: $0.change ?? .zero) }
            .filter { $0.change > .zero }
            .sorted { ($0.change, $1.leaf.order) > ($1.change, $0.leaf.order) }
        guard !leaves.isEmpty else { return nil }
        return EvidenceTable(
            title:
                "What costs more since then, \(night.format.count(count, "day")) against as many "
                + "before",
            columns: ["What", "Before", "Now", "Change"],
            rows: leaves.prefix(length).map {
                [
                    .text($0.leaf.path), .number($0.leaf.before?.double ?? 0, .money),
                    .number($0.leaf.amount.double, .money), .number($0.change.double, .money),
                ]
            }
        )
    }

    private static func span(_ days: Range<Day>, _ night: CostNight) -> String {
        "\(night.day(days.lowerBound)) to \(night.day(days.upperBound.adding(days: -1)))"
    }
}
