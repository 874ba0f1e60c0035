package import D8SModel

/// What a query brought: for each series its samples in the order of their times.
package struct MatrixAnswer: Hashable, Sendable {
    /// What the server calls the form of its answer.
    package enum Form: String, Hashable, Sendable {
        /// Samples of each series in time.
        case matrix
        /// One sample of each series.
        case vector
        /// One number: a column of a series without labels.
        case scalar
        /// A text, which is in `text`.
        case string
    }

    package var form = Form.matrix
    /// A series of the answer; its metric name is empty if the expression took it away.
    package var columns: [SampleColumn] = []
    /// The answer to an expression that is a text.
    package var text: String?
    /// What the server says beside it, such as that a store did not answer (Thanos).
    package var warnings: [String] = []
    /// What it says that is odd but not wrong.
    package var infos: [String] = []
    /// Whether the server says that a store did not answer (VictoriaMetrics).
    package var isPartial = false
    /// Series with native histograms, which are left out.
    package var histograms = 0

    var sampleCount: Int { columns.reduce(0) { $0 + $1.times.count } }
}
