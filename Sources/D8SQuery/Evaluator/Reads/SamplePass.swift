internal import D8SModel

/// Makes columns of one series after the other, and an aggregation of them if that is wanted.
struct SamplePass {
    private let function: any WindowFunction
    private let windows: Windows
    private let isOfRange: Bool
    private let budget: SampleBudget
    private var columns: [StepColumn] = []
    private var aggregated: ColumnAggregation?
    private var size = 0
    /// The series that was the first with a value of its metric; theirs are one after the other.
    private var named: Series?
    /// The names of the series that have a value.
    private(set) var metrics: Set<String> = []

    /// - Parameters:
    ///   - function: As it is before the first sample of a series.
    ///   - windows: The samples that each step looks at.
    ///   - isOfRange: Whether it is one of a range: it takes the name off, and its samples count.
    ///   - budget: How much may be held.
    init(
        _ function: any WindowFunction,
        _ windows: Windows,
        isOfRange: Bool,
        budget: SampleBudget
    ) {
        self.function = function
        self.windows = windows
        self.isOfRange = isOfRange
        self.budget = budget
    }

    /// The time of the earliest sample that counts.
    var from: Int64 { windows.floor(0) + 1 }
    /// The time of the latest one.
    var to: Int64 { windows.frame.last }

    var vector: StepVector {
        StepVector(columns: aggregated?.columns().filter { !$0.isEmpty } ?? columns)
    }

    /// Puts columns together as they come, so that they need not be kept.
    mutating func aggregate(_ columns: ColumnAggregation) { aggregated = columns }

    mutating func take(
        _ series: Series,
        _ times: ArraySlice<Int64>,
        _ values: ArraySlice<Double>
    ) throws(QueryError) {
        if isOfRange { try budget.check(size + times.count) }
        var function = function
        try take(series, function.column(times, values, windows))
    }

    /// The same of samples whose windows are known.
    mutating func take(_ series: Series, _ samples: WindowedSamples) throws(QueryError) {
        try budget.check(size + samples.read)
        var function = function
        try take(series, function.column(samples))
    }

    private mutating func take(_ series: Series, _ values: [Double]?) throws(QueryError) {
        guard let values else { return }
        size += values.count
        try budget.check(size)
        note(series)
        let column = StepColumn(series, dropsName: isOfRange, values)
        if let aggregated { aggregated.add(column) } else { columns.append(column) }
    }

    private mutating func note(_ series: Series) {
        guard named?.metricBytes != series.metricBytes else { return }
        named = series
        if series.hasName { metrics.insert(series.metric) }
    }
}
