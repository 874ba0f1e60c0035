package import D8SModel

/// What the runs of one pipeline cost in a window; or those of a namespace or a team together.
package struct PipelineCost: Hashable, Sendable {
    /// Empty for a team.
    package var namespace: String
    /// Empty for a namespace or a team.
    package var pipeline: String
    /// Empty where no label names one, and for a namespace.
    package var team: String
    package var runs: Int
    /// Runs that ended failed, timed out or cancelled.
    package var failures: Int
    package var amounts: ResourceAmounts
    /// What the failed, timed out and cancelled runs cost.
    package var failureCost: ExactDecimal
    /// What attempts cost that were made again.
    package var retryCost: ExactDecimal
    /// What the steps ask for beyond the largest of them.
    package var overReserved: ExactDecimal
    /// What of that would be saved, with what is used anyway.
    package var recoverable: ExactDecimal
    package var taskRuns: Int
    package var withoutTimes: Int
    package var withoutRequests: Int

    package var cost: ExactDecimal { amounts.total }

    /// What one run costs on average; nil without runs.
    package var costPerRun: ExactDecimal? {
        cost.divided(by: ExactDecimal(runs), scale: 9)
    }

    /// Failed runs as a share of all; nil without runs.
    package var failureShare: Double? {
        runs > 0 ? Double(failures) / Double(runs) : nil
    }

    init(namespace: String, pipeline: String, team: String) {
        self.namespace = namespace
        self.pipeline = pipeline
        self.team = team
        (runs, failures, taskRuns, withoutTimes, withoutRequests) = (0, 0, 0, 0, 0)
        amounts = .zero
        (failureCost, retryCost, overReserved, recoverable) = (.zero, .zero, .zero, .zero)
    }

    mutating func add(_ run: PipelineRunCost) {
        runs += 1
        amounts = amounts.plus(run.amounts)
        if run.isFailure {
            failures += 1
            failureCost = failureCost.plus(run.cost)
        }
        retryCost = retryCost.plus(run.retries)
        overReserved = overReserved.plus(run.overReserved)
        recoverable = recoverable.plus(run.recoverable)
        taskRuns += run.taskRuns
        withoutTimes += run.withoutTimes
        withoutRequests += run.withoutRequests
    }
}
