/// What a unit test of rules came to.
package struct RuleTestResult: Hashable, Sendable {
    /// Empty if it has none.
    package var name: String
    /// Where it begins in its file, from 1.
    package var line: Int
    /// Empty if the test passed.
    package var failures: [RuleTestFailure] = []
    /// Series and expectations with native histograms, which were left out.
    package var skipped = 0

    package init(name: String, line: Int) {
        self.name = name
        self.line = line
    }
}

/// One way in which a test did not pass; times are in milliseconds after its start.
package enum RuleTestFailure: Hashable, Sendable {
    /// A rule could not be evaluated, which ends the test.
    case evaluation(rule: String, time: Int64, reason: String)
    /// Other alerts fire than expected.
    case alerts(name: String, time: Int64, expected: [FiringAlert], found: [FiringAlert])
    /// An expression under test could not be evaluated.
    case expression(String, time: Int64, reason: String)
    /// An expression has other values than expected.
    case samples(
        expression: String,
        time: Int64,
        expected: [ExpectedSamples.Sample],
        found: [ExpectedSamples.Sample]
    )
}
