package import D8SModel

/// A group of a Prometheus rule file: rules that are evaluated one after the other, together.
package struct RuleGroup: Hashable, Sendable {
    /// The file's path, for messages.
    package var file: String
    package var name: String
    /// Milliseconds between two evaluations; nil for the default.
    package var interval: Int64?
    /// How many series or alerts each rule may come to; 0 for any number.
    package var limit = 0
    /// Milliseconds by which the expressions look back, so that late samples are there.
    package var queryOffset: Int64 = 0
    package var rules: [QueryRule]

    /// Prometheus' own default, in milliseconds.
    package static let defaultInterval: Int64 = 60_000

    package init(file: String, name: String, rules: [QueryRule]) {
        self.file = file
        self.name = name
        self.rules = rules
    }
}

/// A recording or an alerting rule.
package struct QueryRule: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The results are kept as series of the rule's name.
        case recording
        /// Each series of the result is an alert.
        case alerting(AlertTerms)
    }

    /// The metric's name, or the alert's.
    package var name: String
    package var expression: String
    package var kind: Kind
    /// Those of the group and of the rule, by name; templates if it is an alert.
    package var labels: [Label]
    /// Where the rule begins in its file, from 1.
    package var line: Int

    package init(
        name: String,
        expression: String,
        kind: Kind,
        labels: [Label] = [],
        line: Int = 1
    ) {
        self.name = name
        self.expression = expression
        self.kind = kind
        self.labels = labels
        self.line = line
    }
}

/// When an alert fires, and what it says.
package struct AlertTerms: Hashable, Sendable {
    /// Milliseconds for which the expression has to hold (`for`).
    package var holds: Int64
    /// Milliseconds for which it fires on after the expression held last (`keep_firing_for`).
    package var keepsFiring: Int64
    /// Templates, by name.
    package var annotations: [Label]

    package init(holds: Int64 = 0, keepsFiring: Int64 = 0, annotations: [Label] = []) {
        self.holds = holds
        self.keepsFiring = keepsFiring
        self.annotations = annotations
    }
}
