import D8SModel

/// What a query brought: for each series its samples in the order of their times.
struct MatrixAnswer: Hashable, Sendable {
    /// A series of the answer; its metric name is empty if the expression took it away.
    var columns: [SampleColumn] = []
    /// What the server says beside it, such as that a store did not answer (Thanos).
    var warnings: [String] = []
    /// Whether the server says that a store did not answer (VictoriaMetrics).
    var isPartial = false
    /// Series with native histograms, which are left out.
    var histograms = 0

    var sampleCount: Int { columns.reduce(0) { $0 + $1.times.count } }
}
