/// What rules came to over a night.
package struct RuleReport: Sendable {
    /// How many rules were evaluated.
    package var rules: Int
    /// By the order of the rules, then by labels and time.
    package var firings: [RuleFiring]
    /// The rules that could not be evaluated, at some instants or at all.
    package var failures: [RuleFailure]
    /// The samples, with what the rules recorded for the night on top of them.
    package var storage: any SampleStorage
}
