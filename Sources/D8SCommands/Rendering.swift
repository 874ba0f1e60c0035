import D8SAnalysis
import D8SAttention
import D8SCharts
import D8SModel
import D8SSite

/// Turns an attended night into its site, the PDF summaries among its files.
struct Rendering {
    let night: AttendedNight
    let configuration: Configuration
    let format: Format
    let resources: Resources
    /// Nights whose editions are in the published folder.
    let pastEditions: [Day]
    /// Whether services without anything to say get their pages too.
    let allServices: Bool

    private let measurer = PangoMeasurer()
    private var painter: Painter { Painter(measurer: measurer) }

    func batches() throws -> [SiteBatch] {
        let site = Site(
            input: input,
            templates: try Templates(resources.templates),
            assets: resources.assets,
            painter: painter,
            measurer: measurer
        )
        return try site.batches() + [summaries]
    }

    @Sendable private func summaries() throws -> [SiteFile] {
        try Summary.files(
            of: input,
            painter: painter,
            measurer: measurer,
            paper: configuration.paper
        )
    }

    /// The rules of the packs that are at work.
    private var packRules: [Rule] {
        PackRules.rules(of: night.domains.map(\.pack), format: format)
    }

    private var input: SiteInput {
        let costs = night.reading.costs
        return SiteInput(
            night: night.night,
            format: format,
            delivery: night.reading.delivery,
            domains: night.domains,
            spend: costs.spend,
            workloads: costs.workloads,
            attention: night.attention,
            checks: night.checks,
            selfTest: night.selfTest,
            rules: DeliveryRules.all + AlertRules.all + packRules
                + (packRules.isEmpty ? [] : TrendRules.all)
                + (night.reading.runs.next.isEmpty ? [] : RunRules.all)
                + (costs.spend.isEmpty ? [] : CostRules.all)
                + (costs.workloads == nil ? [] : WorkloadRules.all) + SourceRules.all,
            sources: night.reading.sources,
            pastEditions: pastEditions,
            allServices: allServices,
            hasSummaries: true
        )
    }
}
