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
    func columns(steps: Int) -> any ColumnAggregation {
        let labels = isWithout ? LabelSet(allBut: grouping) : LabelSet(only: grouping)
        return switch `operator` {
        case .sum: AggregatedColumns<SumAccumulator>(labels, steps: steps)
        case .avg: AggregatedColumns<MeanAccumulator>(labels, steps: steps)
        case .min: AggregatedColumns<MinimumAccumulator>(labels, steps: steps)
        case .max: AggregatedColumns<MaximumAccumulator>(labels, steps: steps)
        case .count: AggregatedColumns<CountAccumulator>(labels, steps: steps)
        case .stddev: AggregatedColumns<DeviationAccumulator>(labels, steps: steps)
        case .stdvar: AggregatedColumns<VarianceAccumulator>(labels, steps: steps)
        default: AggregatedColumns<GroupAccumulator>(labels, steps: steps)
        }
    }
}
