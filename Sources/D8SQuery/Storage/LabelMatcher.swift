/// One condition of a selector on a label: `job=~"node|db"`.
package struct LabelMatcher: Hashable, Sendable {
    package enum Operator: String, Hashable, Sendable {
        case equal = "="
        case notEqual = "!="
        /// The whole value matches the regular expression (RE2 syntax).
        case matches = "=~"
        case doesNotMatch = "!~"
    }

    /// `__name__` for the metric's name.
    package let label: String
    package let `operator`: Operator
    package let value: String

    package init(_ label: String, _ operator: Operator, _ value: String) {
        self.label = label
        self.operator = `operator`
        self.value = value
    }
}
