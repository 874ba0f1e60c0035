import D8SAnalysis
import D8SHistory
import D8SModel

extension Pipeline {
    /// What clusters and pipelines cost, and what could be saved, by the history's series and runs.
    ///
    /// - Parameters:
    ///   - asOf: What the report is about.
    ///   - window: The time that is looked at; nil for the full days of the configuration before
    ///     the as-of day.
    ///   - table: Costs of providers, of which commitments that were not used are looked for.
    /// - Returns: The costs; clusters and pipelines nil where the history knows of none.
    /// - Throws: `HistoryError` if the history cannot be read.
    func workloadCosts(
        asOf: Instant,
        window: Window? = nil,
        table: CostTable = CostTable()
    ) throws -> WorkloadCosts {
        let settings = configuration.allocation
        let zone = configuration.zone
        let window = window ?? Window(days: settings.days, before: asOf, in: zone)
        let hours = CostHours(window, in: zone)
        var reading = ClusterReading(history, hours, settings)
        try reading.read()
        let isKnown = !reading.isEmpty
        let use = reading.takeUse()
        let cluster = ClusterAllocation.cost(of: use, rates: settings.rates)
        let pipelines = try pipelineCosts(asOf: asOf, hours.window, reading, use, cluster)
        let days = zone.day(of: hours.window.start)..<zone.day(of: hours.window.end)
        return WorkloadCosts(
            window: hours.window,
            sharing: settings.sharing,
            cluster: isKnown ? cluster : nil,
            pipelines: pipelines,
            recommendations: Recommendations(
                of: isKnown ? use : nil,
                rates: settings.rates,
                pipelines: pipelines,
                commitments: UnusedCommitment.all(in: table, days: days),
                settings.recommendations
            )
        )
    }

    /// Nil without runs.
    private func pipelineCosts(
        asOf: Instant,
        _ window: Window,
        _ reading: ClusterReading,
        _ use: ClusterUse,
        _ cluster: ClusterCost
    ) throws -> PipelineCosts? {
        // Runs of the week before: their task runs may be of this window and belong to them.
        let start = window.start.adding(seconds: -7 * 86_400)
        let end = max(window.end, asOf).adding(seconds: 0.001)
        let runs = try history.runs(in: Window(start: start, end: end))
        guard !runs.isEmpty else { return nil }
        let pods = Set(
            runs.compactMap { run in
                run.pod.map { PodUse.ID(namespace: run.namespace ?? "", pod: $0) }
            }
        )
        let costing = PipelineCosting(
            rates: configuration.allocation.rates,
            asOf: asOf,
            pods: reading.pods(pods, containers: use.containers, cost: cluster),
            teams: reading.teamsOfNamespaces
        )
        let costs = costing.costs(of: runs, in: window)
        return costs.runs.isEmpty ? nil : costs
    }
}
