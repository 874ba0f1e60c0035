package import D8SModel

/// What the runs of pipelines cost that were created in a window.
///
/// Their pods are part of what the clusters cost as well: the two are views of the same money and
/// are not added together.
package struct PipelineCosts: Hashable, Sendable {
    package var window: Window
    package var rates: Rates
    /// In the order of their creation, then of their ids.
    package var runs: [PipelineRunCost]
    /// Of tasks with more than one step that asks for something, sorted.
    package var tasks: [TaskRequests]

    package var currency: Currency { rates.currency }

    package var total: ExactDecimal { runs.map(\.cost).total }

    package enum Dimension: String, CaseIterable, Sendable {
        case pipeline, namespace, team
    }

    /// The pipelines, namespaces or teams, the most expensive first; they come to the whole.
    package func by(_ dimension: Dimension) -> [PipelineCost] {
        var sums: [[String]: PipelineCost] = [:]
        for run in runs {
            let isTeam = dimension == .team, isPipeline = dimension == .pipeline
            let namespace = isTeam ? "" : run.namespace
            let pipeline = isPipeline ? run.pipeline : ""
            let key = [namespace, pipeline, isTeam ? run.team : ""]
            var sum =
                sums.removeValue(forKey: key)
                ?? PipelineCost(namespace: namespace, pipeline: pipeline, team: key[2])
            if isPipeline, sum.team.isEmpty { sum.team = run.team }
            sum.add(run)
            sums[key] = sum
        }
        return sums.sorted { left, right in
            left.value.cost == right.value.cost
                ? left.key.lexicographicallyPrecedes(right.key) : left.value.cost > right.value.cost
        }.map(\.value)
    }

    /// All of it as one.
    package var whole: PipelineCost {
        runs.reduce(into: PipelineCost(namespace: "", pipeline: "", team: "")) { $0.add($1) }
    }
}
