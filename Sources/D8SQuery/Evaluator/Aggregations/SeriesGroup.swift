internal import D8SModel

/// The columns that an aggregation puts together.
struct SeriesGroup {
    /// The labels they have in common by the clause of the aggregation.
    let series: Series
    var columns: [StepColumn]

    var dropsName: Bool { columns.contains(where: \.dropsName) }

    /// The groups of an aggregation, in the order of their first columns.
    static func groups(of vector: StepVector, by aggregation: Aggregation) -> [SeriesGroup] {
        let labels =
            aggregation.isWithout
            ? LabelSet(allBut: aggregation.grouping) : LabelSet(only: aggregation.grouping)
        var places: [[UInt8]: Int] = [:]
        var groups: [SeriesGroup] = []
        for column in vector.columns {
            let series = column.series.keeping(labels)
            if let place = places[series.key] {
                groups[place].columns.append(column)
            } else {
                places[series.key] = groups.count
                groups.append(SeriesGroup(series: series, columns: [column]))
            }
        }
        return groups
    }

    /// The values at a step with the numbers of their columns.
    func present(at step: Int) -> [(column: Int, value: Double)] {
        columns.indices.compactMap { number in
            let value = columns[number].values[step]
            return value.isAbsent ? nil : (number, value)
        }
    }
}
