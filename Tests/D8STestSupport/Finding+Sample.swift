package import D8SModel

extension Finding {
    /// A finding like those that the rules make, of which a test sets what it is about.
    package static func sample(
        rule: String = "change-fail-rate-worse",
        entity: Entity = Entity(kind: .service, name: "checkout"),
        owner: String? = "Payments",
        severity: Severity = .warning,
        measure: Measure? = nil,
        baseline: Measure? = nil,
        since: Instant? = "2026-11-07T00:00:00Z",
        magnitude: Double = 0.13,
        confidence: Double? = 0.9996,
        reach: Double = 50,
        cause: String? = nil,
        title: String = "Checkout fails one deployment in five",
        detail: String = """
        22 % of deployments in the last 14 days needed a fix or a rollback; before 7 November \
        it was 9 %. Recovery takes 3 h 40 min at the median.
        """,
        actions: [Action] = [
            Action(
                text: "Hold releases of checkout-api until its integration stage is green again.",
                impact: .high,
                effort: .low
            )
        ],
        evidence: Evidence = Evidence(
            method: "two proportions",
            data: "50 of 50 deployments linked to a revision",
            commands: ["d8s explain change-fail-rate-worse-checkout"]
        )
    ) -> Finding {
        let statement = Statement(title: title, detail: detail)
        return Finding(
            rule: rule,
            entity: entity,
            owner: owner,
            severity: severity,
            measure: measure,
            baseline: baseline,
            since: since,
            magnitude: magnitude,
            confidence: confidence,
            reach: reach,
            cause: cause,
            statements: Dictionary(uniqueKeysWithValues: Audience.allCases.map { ($0, statement) }),
            actions: actions,
            evidence: evidence
        )
    }
}
