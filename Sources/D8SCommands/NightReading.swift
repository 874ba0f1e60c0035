import D8SAnalysis
import D8SAttention
import D8SModel

/// Everything that was read on one night, before it is judged.
struct NightReading: Sendable {
    let night: Night
    let delivery: DeliveryReport
    let sources: [SourceState]
    /// Servers that did not answer.
    let silent: [SilentEngine]
    let ruled: RuledNight
    /// Those of other systems and those of rule files.
    let alerts: [Alert]
    /// What is wrong with packs that cannot be read.
    let problems: [String]
    let domains: [DomainReading]
    let trends: TrendNight
    let costs: NightCosts
    let runs: RunPredictions

    /// What is not as it should be, in the order of the rooms.
    func findings(_ configuration: Configuration, _ format: Format) -> [Finding] {
        let beyond = PackRules.findings(
            in: domains,
            problems: problems,
            asOf: night.asOf,
            format: format
        )
        let told = beyond + trends.findings(besides: beyond, format: format)
        return DeliveryRules.findings(
            in: delivery,
            policy: configuration.policy,
            format: format,
            asOf: night.asOf
        ) + AlertRules.findings(of: alerts, on: night)
            + AlertRules.findings(of: ruled.unusable, on: night)
            + SourceRules.findings(ofSilent: silent)
            + told
            + RunRules.findings(in: runs, besides: told, format: format, asOf: night.asOf)
            + costs.findings(configuration.costs, format, asOf: night.asOf)
    }

    /// What was looked at: the proof behind a black page; `findings` are those of the night.
    func checks(_ configuration: Configuration, _ findings: [Finding]) -> Checks {
        Checks(
            things: [Checks.Thing(noun: "services", count: delivery.services.count)]
                + costs.things(findings)
                + PackRules.things(in: domains, asOf: night.asOf),
            sources: sources.count,
            freshSources: SourceRules.freshCount(of: sources, on: night),
            tests: DeliveryRules.testCount(in: delivery, policy: configuration.policy)
                + SourceRules.all.count * sources.count + AlertRules.testCount(of: alerts)
                + ruled.rules + PackRules.testCount(in: domains) + trends.tests
                + RunRules.testCount(in: runs) + costs.tests(configuration.costs)
        )
    }
}
