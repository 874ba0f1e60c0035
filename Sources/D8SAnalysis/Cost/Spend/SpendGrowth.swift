package import D8SModel

/// How much more four weeks cost than the four weeks before.
package struct SpendGrowth: Hashable, Sendable {
    /// Weeks are whole, so that weekdays are alike on both sides.
    static let days = 28
    /// What grew by less than this part of what it was is of no interest.
    static let smallest = 0.25
    /// Nor is a service that grew by less than this part of the whole spend.
    private static let smallestOfAll = 0.05

    /// A service, or the whole.
    package let part: SpendPart
    package let before: ExactDecimal
    package let now: ExactDecimal
    /// The first of the days that count as now.
    package let since: Day

    package var added: ExactDecimal { now.subtracting(before) ?? .zero }

    /// As a part of what it was; nil where that was nothing.
    package var share: Double? { before > .zero ? added.double / before.double : nil }

    /// What grew much, the greatest first; the whole only if no service explains half of it.
    static func all(_ spend: Spend, through: Day) -> [SpendGrowth] {
        let end = through.adding(days: 1)
        let middle = end.adding(days: -days), first = middle.adding(days: -days)
        guard spend.days.lowerBound <= first else { return [] }
        let levels = [SpendDimension.field(.service)]
        let tree = spend.tree(by: levels, in: middle..<end, before: first..<middle) { $0.isUsage }
        guard let tree else { return [] }
        let whole = growth(of: tree, .whole, since: middle)
        let level = tree.before?.double ?? 0
        let services = tree.parts.compactMap { part in
            part.name.flatMap { growth(of: part, .service($0), since: middle) }
        }.filter { $0.added.double >= level * smallestOfAll }
            .sorted { ($0.added, $1.part.name ?? "") > ($1.added, $0.part.name ?? "") }
        let told = services.reduce(0) { $0 + $1.added.double }
        guard let whole, told < whole.added.double / 2 else { return services }
        return [whole] + services
    }

    private static func growth(
        of node: SpendNode,
        _ part: SpendPart,
        since: Day
    ) -> SpendGrowth? {
        guard let before = node.before, before > .zero else { return nil }
        let growth = SpendGrowth(part: part, before: before, now: node.amount, since: since)
        return (growth.share ?? 0) >= smallest ? growth : nil
    }
}
