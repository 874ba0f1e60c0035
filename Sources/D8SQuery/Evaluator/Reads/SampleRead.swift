internal import D8SModel

/// What a part of a query makes of the samples of each series of a selector: enough to tell two
/// parts that come to the same, and to read for several at once.
struct SampleRead: Hashable {
    let matchers: [LabelMatcher]
    /// The function of a range that takes nothing else; nil: the latest sample.
    let function: String?
    let windows: Windows
    /// How the columns are put together at once; nil if each is wanted.
    var aggregation: AggregationClause?

    init(
        _ matchers: [LabelMatcher],
        _ function: String?,
        _ windows: Windows,
        aggregation: AggregationClause? = nil
    ) {
        self.matchers = matchers
        self.function = function
        self.windows = windows
        self.aggregation = aggregation
    }

    /// The time of the earliest sample that counts.
    var from: Int64 { windows.floor(0) + 1 }
    /// The time of the latest one.
    var to: Int64 { windows.frame.last }

    /// What takes the series.
    func pass(_ budget: SampleBudget) throws(QueryError) -> SamplePass {
        let steps = windows.frame.steps.count
        var pass = SamplePass(
            try windowFunction(),
            windows,
            isOfRange: function != nil,
            budget: budget
        )
        if let aggregation { pass.aggregate(aggregation.columns(steps: steps)) }
        return pass
    }

    private func windowFunction() throws(QueryError) -> any WindowFunction {
        guard let function else {
            return LatestSamples(frame: windows.frame, lookback: windows.range)
        }
        return try WindowFunctions.named(function, range: windows.range)
    }
}
