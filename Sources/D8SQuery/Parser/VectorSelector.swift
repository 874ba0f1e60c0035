/// Which series an expression reads, and when: `up{job="node"} offset 5m @ end()`.
package struct VectorSelector: Hashable, Sendable {
    /// In the order of the text, the metric's name first.
    package var matchers: [LabelMatcher]
    package var time: TimeShift

    package init(matchers: [LabelMatcher], time: TimeShift = TimeShift()) {
        self.matchers = matchers
        self.time = time
    }

    /// The metric's name if the text has one.
    package var name: String? {
        matchers.first { $0.label == "__name__" && $0.operator == .equal }?.value
    }
}

/// Another time than that of the evaluation: `offset` and `@`.
package struct TimeShift: Hashable, Sendable {
    package enum Anchor: Hashable, Sendable {
        /// Milliseconds since 1970.
        case time(Int64)
        case start
        case end
    }

    /// Milliseconds into the past; negative into the future.
    ///
    /// 0 if there is no `offset`.
    package var offset: Int64 = 0
    package var anchor: Anchor?

    package init() {}
}

/// An expression evaluated again and again over a time: `rate(x[5m])[1h:1m]`.
package struct Subquery: Hashable, Sendable {
    package var expression: Expression
    /// Milliseconds.
    package var range: Int64
    /// Milliseconds; nil for the default.
    package var step: Int64?
    package var time = TimeShift()
}
