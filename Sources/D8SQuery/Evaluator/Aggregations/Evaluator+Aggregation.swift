internal import D8SModel

extension Evaluator {
    mutating func aggregate(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        switch aggregation.operator {
        case .topk, .bottomk, .limitk: return try selectSome(aggregation, steps)
        case .limitRatio: return try selectShare(aggregation, steps)
        case .quantile: return try quantile(aggregation, steps)
        case .countValues: return try countValues(aggregation, steps)
        default: break
        }
        let vector = try vector(aggregation.expression, steps)
        let groups = SeriesGroup.groups(of: vector, by: aggregation)
        let columns = groups.map { Self.column(aggregation.operator, $0, steps.count) }
        return StepVector(columns: columns.filter { !$0.isEmpty })
    }

    private static func column(
        _ sign: Aggregation.Operator,
        _ group: SeriesGroup,
        _ count: Int
    ) -> StepColumn {
        switch sign {
        case .sum: group.accumulated(SumAccumulator.self, steps: count)
        case .avg: group.accumulated(MeanAccumulator.self, steps: count)
        case .min: group.accumulated(MinimumAccumulator.self, steps: count)
        case .max: group.accumulated(MaximumAccumulator.self, steps: count)
        case .count: group.accumulated(CountAccumulator.self, steps: count)
        case .stddev: group.accumulated(DeviationAccumulator.self, steps: count)
        case .stdvar: group.accumulated(VarianceAccumulator.self, steps: count)
        default: group.accumulated(GroupAccumulator.self, steps: count)
        }
    }

    private mutating func quantile(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        let quantiles = try parameter(aggregation, steps)
        let vector = try vector(aggregation.expression, steps)
        if !vector.columns.isEmpty, let place = aggregation.parameter?.place {
            warnOfQuantiles(quantiles, at: place)
        }
        let groups = SeriesGroup.groups(of: vector, by: aggregation)
        let columns = groups.map { group in
            let values = (0..<steps.count).map { step in
                let numbers = group.present(at: step).map(\.value)
                return numbers.isEmpty
                    ? Double.absent : Quantile.value(quantiles[step], of: numbers)
            }
            return StepColumn(group.series, dropsName: group.dropsName, values)
        }
        return StepVector(columns: columns.filter { !$0.isEmpty })
    }

    /// Notes quantiles that are none.
    mutating func warnOfQuantiles(_ quantiles: [Double], at place: Range<Int>) {
        let wrong = [
            quantiles.first(where: \.isNaN), quantiles.filter { $0 > 1 }.max(),
            quantiles.filter { $0 < 0 }.min(),
        ]
        for quantile in wrong.compactMap({ $0 }) {
            notes.warn(
                "quantile value should be between 0 and 1, got \(NumberText.short(quantile))",
                at: place
            )
        }
    }

    /// The values of the scalar before the vector.
    mutating func parameter(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> [Double] {
        guard let parameter = aggregation.parameter else { return [] }
        return try scalar(parameter, steps)
    }
}
