/// One rule's statement that something is not as it should be, with its proof.
package struct Finding: Hashable, Sendable {
    /// Name of the rule, for example `change-fail-rate-worse`; the methods page explains it.
    package let rule: String
    package let entity: Entity
    /// The team that has to act; nil if nobody is named.
    package let owner: String?
    package let severity: Severity
    /// The number that is not as it should be, and what it is held against; nil where the finding
    /// is about something missing.
    package let measure: Measure?
    package let baseline: Measure?
    /// When it began, as far as the data tell.
    package let since: Instant?
    /// How bad it is in the rule's own unit; compared with last night's to tell worse from better.
    package let magnitude: Double
    /// Probability from 0 to 1 that this is not chance; nil for a plain fact.
    package let confidence: Double?
    /// People, deployments or money touched, for ranking; 0 if unknown.
    package let reach: Double
    /// What of this kind causes others: findings that share it are one item.
    ///
    /// Nil: it stands alone.
    package let cause: String?
    /// The currency of its money by ISO 4217 code; nil: the site's.
    package let currency: String?
    package let statements: [Audience: Statement]
    package let actions: [Action]
    package let evidence: Evidence

    package init(
        rule: String,
        entity: Entity,
        owner: String? = nil,
        severity: Severity,
        measure: Measure? = nil,
        baseline: Measure? = nil,
        since: Instant? = nil,
        magnitude: Double,
        confidence: Double? = nil,
        reach: Double = 0,
        cause: String? = nil,
        currency: String? = nil,
        statements: [Audience: Statement],
        actions: [Action],
        evidence: Evidence
    ) {
        self.rule = rule
        self.entity = entity
        self.owner = owner
        self.severity = severity
        self.measure = measure
        self.baseline = baseline
        self.since = since
        self.magnitude = magnitude
        self.confidence = confidence
        self.reach = reach
        self.cause = cause
        self.currency = currency
        self.statements = statements
        self.actions = actions
        self.evidence = evidence
    }
}
