package import D8SModel

/// The rules of what clusters and pipelines cost.
package enum WorkloadRules {
    /// Every rule, in the order in which the methods page explains them.
    package static let all: [Rule] = [
        CostRecoverable.rule, FailureCost.rule, CostUnreconciled.rule,
    ]

    /// What is not as it should be; nothing where neither clusters nor pipelines are known.
    package static func findings(
        in costs: WorkloadCosts,
        format: Format,
        asOf: Instant
    ) -> [Finding] {
        guard let night = WorkloadNight(costs, asOf: asOf, format: format) else { return [] }
        return [CostRecoverable.finding(night)].compactMap(\.self) + FailureCost.findings(night)
            + [CostUnreconciled.finding(night)].compactMap(\.self)
    }

    /// How many tests were made: the proof behind a black page.
    package static func testCount(in costs: WorkloadCosts) -> Int {
        (costs.cluster == nil ? 0 : 2) + (costs.pipelines?.by(.pipeline).count ?? 0)
    }
}
