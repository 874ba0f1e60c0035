internal import D8SModel

extension Evaluator {
    /// `count_values`: how many series have the same value, the value as a label.
    mutating func countValues(
        _ aggregation: Aggregation,
        _ steps: Steps
    ) throws(QueryError) -> StepVector {
        guard let parameter = aggregation.parameter else { return StepVector() }
        let literal = try text(parameter)
        guard let label = literal.text, !label.isEmpty else {
            throw .evaluation(reason: "invalid label name \(literal.quoted)")
        }
        let labels =
            aggregation.isWithout
            ? LabelSet(allBut: aggregation.grouping)
            : LabelSet(only: aggregation.grouping + [label])
        let vector = try vector(aggregation.expression, steps)
        var places: [[UInt8]: Int] = [:]
        var result = StepVector()
        for column in vector.columns {
            var known: [UInt64: Int] = [:]
            for (step, value) in column.values.enumerated() where !value.isAbsent {
                let place: Int
                if let found = known[value.bitPattern] {
                    place = found
                } else {
                    let series = column.series
                        .setting(label, to: NumberText.shortest(value)).keeping(labels)
                    place = places[series.key] ?? result.columns.count
                    places[series.key] = place
                    known[value.bitPattern] = place
                    if place == result.columns.count {
                        try hold(steps.count)
                        let empty = [Double](repeating: .absent, count: steps.count)
                        result.columns.append(StepColumn(series, empty))
                    }
                }
                let before = result.columns[place].values[step]
                result.columns[place].values[step] = before.isAbsent ? 1 : before + 1
            }
        }
        return result
    }
}
