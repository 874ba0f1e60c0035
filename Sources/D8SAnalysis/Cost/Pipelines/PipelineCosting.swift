package import D8SModel

/// Works out what runs of pipelines cost (Tekton's PipelineRuns and TaskRuns, and their like).
package struct PipelineCosting: Sendable {
    private let rates: Rates
    private let asOf: Instant
    private let pods: [PodUse.ID: PodUse]
    private let teams: [String: String]

    /// - Parameters:
    ///   - rates: What things cost.
    ///   - asOf: Until when runs that go on are counted.
    ///   - pods: What is known of pods; it may know of none.
    ///   - teams: The teams of namespaces, where labels of pods name none.
    package init(
        rates: Rates,
        asOf: Instant,
        pods: [PodUse.ID: PodUse] = [:],
        teams: [String: String] = [:]
    ) {
        self.rates = rates
        self.asOf = asOf
        self.pods = pods
        self.teams = teams
    }

    /// The costs of the runs that were created in a window, and of their task runs whenever those
    /// were.
    ///
    /// - Parameters:
    ///   - runs: In any order; those from before the window are there so that what belongs to them
    ///     is not taken for something of its own.
    ///   - window: When a run has to be created to be counted.
    /// - Returns: The costs of each run.
    package func costs(of runs: [Run], in window: Window) -> PipelineCosts {
        var parents: [String: PipelineRunCost] = [:]
        var known: Set<String> = []
        var ends: [String: Instant] = [:]
        for run in runs where run.kind == .pipeline {
            known.insert(run.id)
            ends[run.id] = run.finished.map { min($0, asOf) }
            if window.contains(run.created) { parents[run.id] = cost(of: run) }
        }
        var tasks: [[String]: TaskRequests] = [:]
        for run in runs.sorted(by: Self.isBefore) where run.kind == .task {
            let parent = run.parent.flatMap { known.contains($0) ? $0 : nil }
            guard
                var sum = parents.removeValue(forKey: parent ?? run.id)
                    ?? orphan(run, parent, window)
            else { continue }
            let pod = self.pod(of: run)
            let task = TaskRunCost(
                run,
                pod: pod,
                rates: rates,
                until: ends[parent ?? run.id] ?? asOf
            )
            sum.add(task)
            if sum.team.isEmpty { sum.team = pod?.team ?? "" }
            note(task, run, of: sum, in: &tasks)
            parents[parent ?? run.id] = sum
        }
        return PipelineCosts(
            window: window,
            rates: rates,
            runs: parents.values.map(withTeam).sorted {
                ($0.created, $0.id) < ($1.created, $1.id)
            },
            tasks: tasks.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        )
    }

    private func cost(of run: Run) -> PipelineRunCost {
        PipelineRunCost(run, team: "")
    }

    /// A task run without a pipeline run that is known.
    private func orphan(_ run: Run, _ parent: String?, _ window: Window) -> PipelineRunCost? {
        parent == nil && window.contains(run.created) ? cost(of: run) : nil
    }

    private func withTeam(_ cost: PipelineRunCost) -> PipelineRunCost {
        var cost = cost
        if cost.team.isEmpty { cost.team = teams[cost.namespace] ?? "" }
        return cost
    }

    private func pod(of run: Run) -> PodUse? {
        run.pod.flatMap { pods[PodUse.ID(namespace: run.namespace ?? "", pod: $0)] }
    }

    private func note(
        _ task: TaskRunCost,
        _ run: Run,
        of parent: PipelineRunCost,
        in tasks: inout [[String]: TaskRequests]
    ) {
        guard task.recoverable > .zero, let name = run.task else { return }
        let key = [parent.namespace, parent.pipeline, name]
        tasks[key] = TaskRequests(
            namespace: parent.namespace,
            pipeline: parent.pipeline,
            task: name,
            cpu: task.cpu.steps,
            largestCPU: task.cpu.largestStep,
            memory: task.memory.steps * 1_073_741_824,
            largestMemory: task.memory.largestStep * 1_073_741_824,
            hours: (tasks[key]?.hours ?? 0) + task.hours.all
        )
    }

    private static func isBefore(_ left: Run, _ right: Run) -> Bool {
        (left.created, left.id) < (right.created, right.id)
    }
}
