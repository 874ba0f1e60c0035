package import D8SModel

/// What one run of a pipeline costs: its task runs with all their attempts.
///
/// A task run that belongs to no pipeline run is one of its own.
package struct PipelineRunCost: Hashable, Sendable {
    package var id: String
    package var name: String?
    package var namespace: String
    package var pipeline: String
    package var team: String
    package var created: Instant
    package var status: RunStatus
    package var amounts: ResourceAmounts
    package var retries: ExactDecimal
    package var overReserved: ExactDecimal
    package var recoverable: ExactDecimal
    package var taskRuns: Int
    /// Task runs of which no times are known, so that they cost nothing here.
    package var withoutTimes: Int
    /// Task runs of which no container says what it asks for.
    package var withoutRequests: Int

    package var cost: ExactDecimal { amounts.total }

    /// Whether it ended failed, timed out or cancelled.
    package var isFailure: Bool { [.failure, .timeout, .cancelled].contains(status) }

    init(_ run: Run, team: String) {
        id = run.id
        name = run.name
        namespace = run.namespace ?? ""
        pipeline = run.pipeline
        self.team = team
        created = run.created
        status = run.status
        amounts = .zero
        (retries, overReserved, recoverable) = (.zero, .zero, .zero)
        (taskRuns, withoutTimes, withoutRequests) = (0, 0, 0)
    }

    mutating func add(_ task: TaskRunCost) {
        amounts = amounts.plus(task.amounts)
        retries = retries.plus(task.retries)
        overReserved = overReserved.plus(task.overReserved)
        recoverable = recoverable.plus(task.recoverable)
        taskRuns += 1
        withoutTimes += task.hours.last == nil ? 1 : 0
        withoutRequests += task.cpu.isKnown || task.memory.isKnown ? 0 : 1
    }
}
