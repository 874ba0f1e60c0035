internal import D8SModel

extension Evaluator {
    mutating func aggregate(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        guard let clause = AggregationClause(aggregation) else {
            return try select(aggregation, steps)
        }
        if let read = try read(of: aggregation, steps) {
            let pass = try pass(of: read)
            if case .call(let call) = aggregation.expression.bare.kind {
                noteGauges(pass.metrics, of: call)
            }
            return pass.vector
        }
        let columns = clause.columns(steps: steps.count)
        for column in try vector(aggregation.expression, steps).columns { columns.add(column) }
        return StepVector(columns: columns.columns().filter { !$0.isEmpty })
    }

    /// An aggregation that looks at the values of all series together.
    private mutating func select(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        switch aggregation.operator {
        case .limitRatio: try selectShare(aggregation, steps)
        case .quantile: try quantile(aggregation, steps)
        case .countValues: try countValues(aggregation, steps)
        default: try selectSome(aggregation, steps)
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
