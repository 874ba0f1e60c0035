/// What a person is shown: findings with one cause, and their life across nights.
package struct Item: Hashable, Sendable {
    /// Stable across nights and safe in paths and URLs: `change-fail-rate-worse-checkout`.
    package let id: String
    /// The finding that names the cause first, then the rest in rank order; never empty.
    package let findings: [Finding]
    package let severity: Severity
    package let life: Life
    /// Why it stands where it stands in the list, in words.
    package let rankedBecause: String

    package init(
        id: String,
        findings: [Finding],
        severity: Severity,
        life: Life,
        rankedBecause: String
    ) {
        self.id = id
        self.findings = findings
        self.severity = severity
        self.life = life
        self.rankedBecause = rankedBecause
    }
}
