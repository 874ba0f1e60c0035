package import D8SModel

/// A file of unit tests for rules, in the form of `promtool test rules`.
package struct RuleTestFile: Sendable {
    /// The file's path, for messages.
    package var file: String
    /// The rule files under test, as written: relative to the file's folder, with wildcards.
    package var ruleFiles: [String] = []
    /// Milliseconds between two evaluations of the rules.
    package var interval: Int64 = RuleGroup.defaultInterval
    /// Groups that are evaluated in this order; all others before them.
    package var groupOrder: [String] = []
    /// Whether numbers that differ by the last bit are equal.
    package var isFuzzy = false
    package var tests: [RuleTest] = []

    package init(file: String) {
        self.file = file
    }
}

/// Some series, and what the rules should make of them.
package struct RuleTest: Sendable {
    /// Empty if it has none.
    package var name = ""
    /// Where it begins in its file, from 1.
    package var line: Int
    /// Milliseconds between two samples; nil for the interval of the file.
    package var interval: Int64?
    /// The time of the first sample and the first evaluation.
    package var start = Instant(milliseconds: 0)
    package var series: [SeriesNotation] = []
    package var alerts: [ExpectedAlerts] = []
    package var expressions: [ExpectedSamples] = []
    package var externalLabels: [Label] = []
    package var externalURL = ""

    package init(line: Int) {
        self.line = line
    }
}

/// The alerts of one name that should fire at a time.
package struct ExpectedAlerts: Hashable, Sendable {
    /// Milliseconds after the start.
    package var time: Int64
    package var name: String
    package var alerts: [FiringAlert]

    package init(time: Int64, name: String, alerts: [FiringAlert]) {
        self.time = time
        self.name = name
        self.alerts = alerts
    }
}

/// An alert as a test sees it.
package struct FiringAlert: Hashable, Sendable {
    /// Without a metric; `alertname` among the labels.
    package var labels: Series
    /// By name.
    package var annotations: [Label]

    package init(labels: Series, annotations: [Label]) {
        self.labels = labels
        self.annotations = annotations
    }
}

/// What an expression should come to at a time.
package struct ExpectedSamples: Hashable, Sendable {
    /// Milliseconds after the start.
    package var time: Int64
    package var expression: String
    package var samples: [Sample]

    package struct Sample: Hashable, Sendable {
        package var series: Series
        package var value: Double
        /// Whether a native histogram is expected in place of the value, which is not looked at.
        package var isNative: Bool

        package init(series: Series, value: Double, isNative: Bool = false) {
            self.series = series
            self.value = value
            self.isNative = isNative
        }
    }

    package init(time: Int64, expression: String, samples: [Sample]) {
        self.time = time
        self.expression = expression
        self.samples = samples
    }
}
