package import D8SModel

/// Which series are wanted.
package struct SeriesSelection: Sendable {
    /// The metric's name, which the history looks up by an index; nil for any.
    package var metric: String?
    /// Asked of each series of the metric.
    package var matches: @Sendable (Series) -> Bool

    package init(
        metric: String? = nil,
        matching matches: @escaping @Sendable (Series) -> Bool = { _ in true }
    ) {
        self.metric = metric
        self.matches = matches
    }
}
