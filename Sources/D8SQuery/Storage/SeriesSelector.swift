package import D8SModel

/// Which series an expression reads: all of its matchers hold.
package struct SeriesSelector: Sendable {
    package let matchers: [LabelMatcher]
    private let test: @Sendable (Series) -> Bool

    /// A selector whose test agrees with its matchers.
    init(matchers: [LabelMatcher], test: @escaping @Sendable (Series) -> Bool) {
        self.matchers = matchers
        self.test = test
    }

    /// The metric's name if a matcher asks for just one, which a storage can look up.
    package var metric: String? {
        matchers.first { $0.label == "__name__" && $0.operator == .equal && $0.value != "" }?.value
    }

    package func matches(_ series: Series) -> Bool { test(series) }
}
