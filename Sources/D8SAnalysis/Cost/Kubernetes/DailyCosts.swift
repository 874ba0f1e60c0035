package import D8SModel

/// The cost of each day by what it is for, from the same amounts as the whole.
package struct DailyCosts: Hashable, Sendable {
    package let days: [Day]
    private var amounts: [CostDimension: [CostOwner: [ExactDecimal]]] = [:]

    /// The dimensions that are kept by day; the others are too many.
    package static let dimensions: [CostDimension] = [.cluster, .namespace, .team, .node]

    init(days: [Day]) {
        self.days = days
    }

    /// The owners of a dimension, sorted, each with an amount for each of `days`.
    package func by(_ dimension: CostDimension) -> [(owner: CostOwner, amounts: [ExactDecimal])] {
        (amounts[dimension] ?? [:]).sorted { $0.key < $1.key }
            .map { (owner: $0.key, amounts: $0.value) }
    }

    /// The whole of each day.
    package var totals: [ExactDecimal] {
        let all = amounts[.cluster]?.values.map { $0 } ?? []
        return days.indices.map { day in all.map { $0[day] }.total }
    }

    mutating func add(
        _ amount: ExactDecimal,
        _ kind: AllocationLine.Kind,
        _ place: CostPlace,
        day: Int
    ) {
        guard !amount.isZero, days.indices.contains(day) else { return }
        for dimension in Self.dimensions {
            let owner = CostOwner(kind, place.name(of: dimension))
            let none = [ExactDecimal](repeating: .zero, count: days.count)
            amounts[dimension, default: [:]][owner, default: none][day] =
                (amounts[dimension]?[owner]?[day] ?? .zero).plus(amount)
        }
    }
}
