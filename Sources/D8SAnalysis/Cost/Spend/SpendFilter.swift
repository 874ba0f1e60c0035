package import D8SModel

/// Which costs are meant: those that agree with every condition; without any, all.
package struct SpendFilter: Hashable, Sendable {
    package struct Condition: Hashable, Sendable {
        package let dimension: SpendDimension
        package let name: String

        package init(_ dimension: SpendDimension, _ name: String) {
            self.dimension = dimension
            self.name = name
        }
    }

    package let conditions: [Condition]

    package init(_ conditions: [Condition] = []) {
        self.conditions = conditions
    }

    package static let all = SpendFilter()

    package func matches(_ key: CostKey) -> Bool {
        conditions.allSatisfy { $0.dimension.name(of: key) == $0.name }
    }

    /// The same with one condition more.
    package func adding(_ dimension: SpendDimension, _ name: String) -> SpendFilter {
        SpendFilter(conditions + [Condition(dimension, name)])
    }
}
