/// How an aggregation that has no parameter puts columns together: `sum by (job)`.
struct AggregationClause: Hashable {
    let `operator`: Aggregation.Operator
    let isWithout: Bool
    let grouping: [String]

    /// Nil if the aggregation takes more than one value at a time of each series.
    init?(_ aggregation: Aggregation) {
        switch aggregation.operator {
        case .sum, .avg, .min, .max, .count, .group, .stddev, .stdvar: break
        case .topk, .bottomk, .quantile, .limitk, .countValues, .limitRatio: return nil
        }
        `operator` = aggregation.operator
        isWithout = aggregation.isWithout
        grouping = aggregation.grouping
    }

    /// What takes the columns.
    func columns(steps: Int) -> ColumnAggregation {
        let labels = isWithout ? LabelSet(allBut: grouping) : LabelSet(only: grouping)
        return switch `operator` {
        case .sum: ColumnAggregation(SumAccumulator.self, by: labels, steps: steps)
        case .avg: ColumnAggregation(MeanAccumulator.self, by: labels, steps: steps)
        case .min: ColumnAggregation(MinimumAccumulator.self, by: labels, steps: steps)
        case .max: ColumnAggregation(MaximumAccumulator.self, by: labels, steps: steps)
        case .count: ColumnAggregation(CountAccumulator.self, by: labels, steps: steps)
        case .stddev: ColumnAggregation(DeviationAccumulator.self, by: labels, steps: steps)
        case .stdvar: ColumnAggregation(VarianceAccumulator.self, by: labels, steps: steps)
        default: ColumnAggregation(GroupAccumulator.self, by: labels, steps: steps)
        }
    }
}
