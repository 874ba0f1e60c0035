/// An aggregation over the series of a vector: `sum by (job) (x)`.
package struct Aggregation: Hashable, Sendable {
    package enum Operator: String, Hashable, Sendable, CaseIterable {
        case sum, avg, min, max, count, group, stddev, stdvar, topk, bottomk, quantile, limitk
        case countValues = "count_values"
        case limitRatio = "limit_ratio"

        /// The type of the parameter before the vector; nil if there is none.
        var parameter: ValueType? {
            switch self {
            case .topk, .bottomk, .quantile, .limitk, .limitRatio: .scalar
            case .countValues: .string
            default: nil
            }
        }
    }

    package let `operator`: Operator
    package let expression: Expression
    package let parameter: Expression?
    /// Whether all labels but `grouping` are kept.
    package let isWithout: Bool
    package let grouping: [String]
}
