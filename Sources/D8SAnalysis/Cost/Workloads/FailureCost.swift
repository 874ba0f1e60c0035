import D8SModel

/// Much of what pipelines cost is spent on runs that fail.
///
/// *Fires when* runs that failed, timed out or were cancelled cost a fifth or more of what a
/// pipeline's runs cost, over twenty runs or more, and a twentieth or more of what all pipelines
/// cost. Info, a warning from two fifths.
///
/// *Silent when* there were fewer runs; nothing is known of what runs ask for.
///
/// *Why it matters*: a run that fails is paid for like one that does not, and then again.
enum FailureCost {
    static let rule = Rule(
        name: "failure-cost",
        title: "Much of what pipelines cost is spent on runs that fail",
        firesWhen: "runs that failed, timed out or were cancelled cost a fifth or more of what a "
            + "pipeline's runs cost, over twenty runs or more, and a twentieth or more of what all "
            + "pipelines cost. Info, a warning from two fifths",
        silentWhen: "there were fewer runs; nothing is known of what runs ask for",
        whyItMatters: "a run that fails is paid for like one that does not, and then again"
    )

    private static let smallest = 0.2
    private static let much = 0.4
    private static let smallestOfAll = 0.05
    private static let fewestRuns = 20

    static func findings(_ night: WorkloadNight) -> [Finding] {
        guard let pipelines = night.costs.pipelines, pipelines.total > .zero else { return [] }
        return pipelines.by(.pipeline).compactMap { finding($0, pipelines, night) }
    }

    private static func finding(
        _ pipeline: PipelineCost,
        _ all: PipelineCosts,
        _ night: WorkloadNight
    ) -> Finding? {
        guard pipeline.runs >= fewestRuns, pipeline.cost > .zero else { return nil }
        let share = pipeline.failureCost.double / pipeline.cost.double
        guard share >= smallest,
            pipeline.failureCost.double >= all.total.double * smallestOfAll
        else { return nil }
        let name = [pipeline.namespace, pipeline.pipeline].filter { !$0.isEmpty }
            .joined(separator: "/")
        let entity = night.entity(name)
        let percent = night.format.percent(share)
        let title = "\(percent) of what \(name) costs is spent on runs that fail"
        let detail =
            "\(night.money(pipeline.failureCost)) of \(night.money(pipeline.cost)), "
            + "\(night.format.whole(pipeline.failures)) of "
            + "\(night.format.count(pipeline.runs, "run")). At \(night.rates)."
        let words = Statement(title: title, detail: detail)
        return Finding(
            rule: rule.name,
            entity: entity,
            owner: pipeline.team.isEmpty ? nil : pipeline.team,
            severity: share >= much ? .warning : .info,
            magnitude: share,
            reach: pipeline.failureCost.double,
            currency: night.currency.code,
            statements: [.executive: words, .devops: words, .analyst: words],
            actions: [
                Action(
                    text: "Mend the task that fails most, or let the checks that fail run first.",
                    impact: .medium,
                    effort: .medium
                )
            ],
            evidence: Evidence(
                method: "cost of runs by requests, hours and rates; those that ended failed, timed "
                    + "out or cancelled over all",
                data: night.span,
                commands: night.commands(rule, entity, by: "pipeline")
            )
        )
    }
}
