package import D8SModel

extension Spend {
    /// What was spent on some days, level by level.
    ///
    /// - Parameters:
    ///   - levels: What each level is grouped by, from the whole down.
    ///   - days: The days that count.
    ///   - before: Days to compare with; nil: none.
    ///   - filter: Which costs count.
    ///   - isCounted: The same by what a key says, such as that it is for use.
    /// - Returns: The whole; nil if a sum has more than 38 digits.
    package func tree(
        by levels: [SpendDimension],
        in days: Range<Day>,
        before: Range<Day>? = nil,
        _ filter: SpendFilter = .all,
        _ isCounted: (CostKey) -> Bool = { _ in true }
    ) -> SpendNode? {
        let isMeant = zip(matches(filter), keys).map { $0 && isCounted($1) }
        var sums: [Int: Pair] = [:]
        for row in rows(in: days) where isMeant[row.key] {
            sums[row.key, default: Pair()].now.add(row.cost)
        }
        if let before {
            for row in rows(in: before) where isMeant[row.key] {
                sums[row.key, default: Pair()].before.add(row.cost)
            }
        }
        return node(
            nil,
            sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            levels[...],
            hasBefore: before != nil
        )
    }

    /// The sums of a key in both spans of days.
    private struct Pair {
        var now = ExactSum()
        var before = ExactSum()
    }

    private func node(
        _ name: String?,
        _ sums: [(key: Int, pair: Pair)],
        _ levels: ArraySlice<SpendDimension>,
        hasBefore: Bool
    ) -> SpendNode? {
        var now = ExactSum(), before = ExactSum()
        for (_, pair) in sums {
            guard let own = pair.now.value, let earlier = pair.before.value else { return nil }
            now.add(own)
            before.add(earlier)
        }
        guard let amount = now.value, let earlier = before.value else { return nil }
        var parts: [SpendNode] = []
        if let level = levels.first {
            let groups = Dictionary(grouping: sums) { level.name(of: keys[$0.key]) }
            for (name, group) in groups {
                guard let part = node(name, group, levels.dropFirst(), hasBefore: hasBefore) else {
                    return nil
                }
                parts.append(part)
            }
            parts.sort()
        }
        return SpendNode(
            name: name,
            amount: amount,
            before: hasBefore ? earlier : nil,
            parts: parts
        )
    }
}

extension SpendNode: Comparable {
    /// The greater one first, equal ones by name, what has none last.
    package static func < (left: SpendNode, right: SpendNode) -> Bool {
        if left.amount != right.amount { return left.amount > right.amount }
        guard let name = left.name else { return false }
        return right.name.map { name < $0 } ?? true
    }
}
