import D8SAnalysis
import D8SAttention
import D8SModel

/// What is known on a night of what was spent, and of what clusters and pipelines cost.
struct NightCosts: Sendable {
    /// By the codes of their currencies; none if nothing was charged.
    let spend: [SpendReport]
    /// Nil if the history knows of neither clusters nor pipelines.
    let workloads: WorkloadCosts?

    func findings(_ policy: CostPolicy, _ format: Format, asOf: Instant) -> [Finding] {
        let spent = CostRules.findings(in: spend, policy: policy, format: format, asOf: asOf)
        guard let workloads else { return spent }
        return spent + WorkloadRules.findings(in: workloads, format: format, asOf: asOf)
    }

    /// The services that are charged for, currency by currency; what is said of the spend as a whole
    /// is said of all of them.
    func things(_ findings: [Finding]) -> [Checks.Thing] {
        spend.map { report in
            let own = findings.filter { $0.currency == report.spend.currency.code }
            let names = report.services
            let unwell = Set(own.map(\.entity.name)).intersection(names)
            let isOfAll = own.contains { !names.contains($0.entity.name) }
            return Checks.Thing(
                noun: "charged services",
                count: names.count,
                unwell: isOfAll ? names.count : unwell.count
            )
        }
    }

    /// How many tests were made.
    func tests(_ policy: CostPolicy) -> Int {
        CostRules.testCount(in: spend, policy: policy)
            + (workloads.map(WorkloadRules.testCount) ?? 0)
    }
}
