package import D8SModel

/// Seven days of use that cost much more than such days do.
package struct SpendWeek: Hashable, Sendable {
    static let days = 7
    /// Weeks before it whose mean is what such days cost.
    static let usualWeeks = 4
    /// What added less than this part of a usual month of the whole spend is of no interest.
    static let smallest = 0.1
    /// Days before it in which no week may have cost as much: what is charged once a quarter is
    /// known by then.
    private static let memory = 100
    /// Days that must be known before it.
    private static let fewest = 56

    /// A service, or the whole.
    package let part: SpendPart
    package let first: Day
    /// What the seven days cost, in order.
    package let costs: [Double]
    /// What seven days cost in the four weeks before.
    package let usual: Double
    /// What it added as a part of what use of everything costs in a usual month.
    package let share: Double

    package var cost: Double { costs.reduce(0, +) }
    package var added: Double { cost - usual }
    /// The day that cost most.
    package var dearest: (day: Day, cost: Double) {
        let place = costs.indices.max { costs[$0] < costs[$1] } ?? 0
        return (first.adding(days: place), costs[place])
    }

    /// Services that had such a week, the one that added most first; the whole only if they do not
    /// explain half of what it added.
    static func all(_ spend: Spend, through: Day) -> [SpendWeek] {
        let end = through.adding(days: 1), first = end.adding(days: -days)
        let before = first.adding(days: -days * usualWeeks)
        let month = spend.usualDay(through: first.adding(days: -1)) * 30
        let levels = [SpendDimension.field(.service)]
        let tree = spend.tree(by: levels, in: first..<end, before: before..<first) { $0.isUsage }
        guard let tree, month > 0 else { return [] }
        let services = tree.parts.compactMap { node in
            node.name.flatMap { Self(.service($0), node, from: first, month, spend) }
        }.sorted { ($0.added, $1.part.name ?? "") > ($1.added, $0.part.name ?? "") }
        let told = services.reduce(0) { $0 + $1.added }
        guard let whole = Self(.whole, tree, from: first, month, spend), told < whole.added / 2
        else { return services }
        return [whole] + services
    }

    /// Nil if the week is like others, or too few of them are known.
    private init?(
        _ part: SpendPart,
        _ node: SpendNode,
        from first: Day,
        _ month: Double,
        _ spend: Spend
    ) {
        let usual = (node.before?.double ?? 0) / Double(Self.usualWeeks)
        let (cost, share) = (node.amount.double, (node.amount.double - usual) / month)
        guard share >= Self.smallest else { return nil }
        let start = max(spend.days.lowerBound, first.adding(days: -Self.memory))
        let daily = spend.daily(in: start..<first.adding(days: Self.days), part.filter) {
            $0.isUsage
        }
        let costs = daily.suffix(Self.days).compactMap(\.self)
        let earlier = daily.dropLast(Self.days)
        let dearest = earlier.indices.dropLast(Self.days - 1).map { index in
            earlier[index..<index + Self.days].reduce(0) { $0 + ($1 ?? 0) }
        }.max()
        guard costs.count == Self.days, earlier.count >= Self.fewest, cost > dearest ?? cost,
            earlier.suffix(Self.days * Self.usualWeeks).allSatisfy({ $0 != nil })
        else { return nil }
        (self.part, self.first, self.costs) = (part, first, costs)
        (self.usual, self.share) = (usual, share)
    }
}
