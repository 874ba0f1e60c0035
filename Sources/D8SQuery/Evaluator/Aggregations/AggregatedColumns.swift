internal import D8SModel

/// Takes columns one after the other and remembers of them what an aggregation needs.
///
/// Functions and no protocol: code for each kind of value is several times as fast as code that
/// learns of the kind when it runs. Copies go on together.
struct ColumnAggregation {
    let add: (StepColumn) -> Void
    /// A column for each group, in the order of their first columns.
    let columns: () -> [StepColumn]

    /// - Parameters:
    ///   - kind: What is remembered at each step.
    ///   - labels: Those that the columns of a group have in common.
    ///   - steps: How many values a column has.
    init<Value: Accumulator>(_ kind: Value.Type, by labels: LabelSet, steps: Int) {
        var all = AggregatedColumns<Value>(labels, steps: steps)
        add = { all.add($0) }
        columns = { all.columns }
    }
}

/// The columns of an aggregation whose values each make a new one of what was before.
private struct AggregatedColumns<Value: Accumulator> {
    private struct Group {
        let series: Series
        var dropsName = false
        /// Nil at the steps at which there was none yet.
        var values: [Value?]

        /// One value more at each step at which the column has one.
        mutating func add(_ column: StepColumn) {
            dropsName = dropsName || column.dropsName
            let new = column.values.span
            var values = values.mutableSpan
            for step in 0..<Swift.min(values.count, new.count) where !new[step].isAbsent {
                if values[step]?.add(new[step]) == nil { values[step] = Value(new[step]) }
            }
        }
    }

    private let labels: LabelSet
    private let steps: Int
    private var places: [[UInt8]: Int] = [:]
    private var groups: [Group] = []

    init(_ labels: LabelSet, steps: Int) {
        self.labels = labels
        self.steps = steps
    }

    mutating func add(_ column: StepColumn) {
        let series = column.series.keeping(labels)
        let place = places[series.key] ?? groups.count
        if place == groups.count {
            places[series.key] = place
            let values = [Value?](repeating: nil, count: steps)
            groups.append(Group(series: series, values: values))
        }
        groups[place].add(column)
    }

    /// A column for each group, in the order of their first columns.
    var columns: [StepColumn] {
        groups.map { group in
            StepColumn(
                group.series,
                dropsName: group.dropsName,
                group.values.map { $0?.result ?? .absent }
            )
        }
    }
}
