internal import D8SModel

/// Columns of raw samples and of rollups, put together step by step.
struct RollupHalves {
    /// Whether a step is one of rollups.
    private let isOld: (Int) -> Bool
    private let budget: SampleBudget
    private var size = 0
    private var columns: [Series: StepColumn] = [:]

    init(_ budget: SampleBudget, isOld: @escaping (Int) -> Bool) {
        self.isOld = isOld
        self.budget = budget
    }

    var vector: StepVector {
        let filled = columns.values.filter { !$0.isEmpty }
        return StepVector(columns: filled.sorted { $0.series < $1.series })
    }

    /// Takes the steps of a column that are of rollups, or those that are not.
    mutating func add(_ column: StepColumn, isOld wanted: Bool) throws(QueryError) {
        let before = columns[column.series]
        if before == nil {
            size += column.values.count
            try budget.check(size)
        }
        var known = before ?? column
        for step in known.values.indices {
            if isOld(step) == wanted {
                known.values[step] = column.values[step]
            } else if before == nil {
                known.values[step] = .absent
            }
        }
        columns[column.series] = known
    }
}
