import D8SAnalysis
import D8SHistory
import D8SModel
import D8SQuery

extension Pipeline {
    /// Days of charges that a night looks back on.
    private static let costDays = 430

    /// What was charged up to an instant.
    func charges(asOf: Instant) throws(HistoryError) -> CostTable {
        let first = Day(inUTC: asOf).adding(days: -Self.costDays)
        return try history.costs(in: Window(start: first.startInUTC, end: asOf))
    }

    /// What is known of costs on the night of this instant.
    ///
    /// - Parameters:
    ///   - asOf: The end of the night.
    ///   - servers: Those of the sources that name an engine; units are counted on the first.
    ///   - storage: What PromQL reads without one.
    /// - Returns: The costs of providers, and those of clusters and pipelines.
    /// - Throws: `HistoryError` if the history cannot be read.
    func costs(
        asOf: Instant,
        _ servers: QueryServers,
        _ storage: any SampleStorage
    ) async throws -> NightCosts {
        let charges = try charges(asOf: asOf)
        return NightCosts(
            spend: try await spend(charges, asOf: asOf, servers, storage),
            workloads: try workloads(besides: charges, asOf: asOf)
        )
    }

    private func spend(
        _ charges: CostTable,
        asOf: Instant,
        _ servers: QueryServers,
        _ storage: any SampleStorage
    ) async throws -> [SpendReport] {
        let policy = configuration.costs
        let analysis = SpendAnalysis(
            charges,
            restatements: try history.costRestatements(
                in: Window(start: asOf.adding(seconds: -CostRules.restatedFor), end: asOf)
            ),
            policy: policy,
            asOf: asOf
        )
        let engine = servers.answering.first?.engine(0) ?? EmbeddedEngine(storage)
        let units = UnitCounts(pipeline: self, engine: engine, asOf: asOf)
        var reports = analysis.reports()
        for index in reports.indices {
            reports[index].units = try await units.costs(policy.units, reports[index])
        }
        return reports
    }

    /// What clusters and pipelines cost; nil if the history knows of neither.
    ///
    /// Of the charges of providers it takes commitments that were not used.
    func workloads(besides charges: CostTable, asOf: Instant) throws -> WorkloadCosts? {
        let costs = try workloadCosts(asOf: asOf, table: charges)
        return costs.cluster == nil && costs.pipelines == nil ? nil : costs
    }
}
