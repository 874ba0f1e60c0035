import D8SAnalysis
import D8SCharts
import D8SModel

/// What clusters and pipelines cost, and what to change to save.
///
/// Executives have the numbers and the greatest savings; the others every owner, and DevOps the
/// changes ready to be made.
struct WorkloadPage {
    /// Savings that a page shows.
    private static let length = 20

    private let edition: Edition
    private let costs: WorkloadCosts
    private let audience: Audience
    private let path: PagePath
    private let folder: String
    private let format: Format

    init(_ edition: Edition, _ costs: WorkloadCosts, _ audience: Audience) {
        (self.edition, self.costs, self.audience) = (edition, costs, audience)
        folder = PagePath.workloads(audience)
        path = PagePath(folder + "index.html")
        let currency = costs.cluster?.currency ?? costs.pipelines?.currency
        format = currency.map { edition.format.with(currency: $0.code) } ?? edition.format
    }

    func files() throws(SiteError) -> [SiteFile] {
        let panels = audience == .executive ? [] : self.panels
        var files = [try page(panels)]
        for panel in panels {
            files += try panel.panel.files(in: folder, brush: edition.brush, isFull: true)
            files.append(SiteFile(path: folder + panel.panel.csv, bytes: panel.csv))
        }
        return files
    }

    private var items: [Item] { edition.itemsAboutWorkloads }

    private func page(_ panels: [SpendPanel]) throws(SiteError) -> SiteFile {
        let frame = PageFrame(
            title: "Cost of workloads · \(audience.title)",
            description: lede,
            audience: audience
        )
        let savings = savings
        let fields: Fields = [
            "crumbs": .list(
                Crumb.fields([
                    Crumb(name: audience.title, href: path.link(to: PagePath.home(audience))),
                    Crumb(name: "Cost of workloads"),
                ])
            ),
            "heading": .text("Cost of workloads"),
            "lede": .text(lede),
            "stats": .list(stats),
            "hasItems": .flag(!items.isEmpty),
            "items": .list(items.map { $0.link(from: path, audience) }),
            "hasSavings": .flag(!savings.isEmpty),
            "savings": .list(savings),
            "panels": .list(panels.map { $0.panel.fields(isFull: true) }),
        ]
        return try edition.page("workloads", at: path, frame, fields)
    }

    private var lede: String {
        let rates =
            costs.cluster?.usesDefaultRates ?? false
            ? "Default rates (OpenCost's): d8s.yaml names none." : "Rates of d8s.yaml."
        return "\(edition.span(costs.window)). \(rates)"
    }

    // MARK: Numbers

    private var stats: [Fields] {
        var stats: [Fields] = []
        if let cluster = costs.cluster {
            let idle = cluster.idleShare.map { "\(format.percent($0)) idle" }
            let month = cluster.perMonth.amount
            stats.append(
                month > .zero
                    ? stat("Clusters, a month", month, [idle])
                    : stat("Clusters in this time", cluster.total, [idle])
            )
        }
        if let pipelines = costs.pipelines?.whole {
            let runs = format.count(pipelines.runs, "run")
            stats.append(stat("Pipelines", pipelines.cost, [runs]))
            let share = pipelines.failureShare.map { "\(format.percent($0)) of runs" }
            stats.append(stat("Failed runs", pipelines.failureCost, [share]))
        }
        for saving in costs.recommendations.savings.prefix(2) {
            stats.append(stat("Can be saved, a month", saving.amount, []))
        }
        return stats
    }

    private func stat(_ label: String, _ amount: ExactDecimal, _ lines: [String?]) -> Fields {
        [
            "label": .text(label), "value": .text(format.money(amount.double)),
            "lines": .texts(lines.compactMap(\.self)),
        ]
    }

    // MARK: Savings

    private var savings: [Fields] {
        let count = audience == .executive ? 5 : Self.length
        return costs.recommendations.all.prefix(count).map { recommendation in
            let snippet = audience == .devops ? recommendation.snippet?.text : nil
            let weight =
                "Saves \(format.money(recommendation.saving.amount.double)) a month · effort "
                + "\(recommendation.effort.rawValue) · risk \(recommendation.risk.rawValue)"
            return [
                "text": .text(recommendation.words.shortened(to: 200)),
                "place": .text(recommendation.whereabouts.shortened(to: 200)),
                "basis": .text(recommendation.basis.shortened(to: 400)),
                "weight": .text(weight),
                "snippet": .optional(snippet),
            ]
        }
    }

    // MARK: Pictures

    private var panels: [SpendPanel] {
        [
            owners("namespace", .namespace, "What namespaces cost"),
            owners("team", .team, "What teams cost"), pipelines,
        ].compactMap(\.self)
    }

    private func owners(
        _ id: String,
        _ dimension: CostDimension,
        _ title: String
    ) -> SpendPanel? {
        guard let cluster = costs.cluster else { return nil }
        let shares = cluster.shares(by: dimension, costs.sharing)
        guard shares.count > 1 else { return nil }
        return bars(
            id,
            title,
            columns: ["Owner", "Cost", "Of it shared"],
            shares.map { ($0.owner.words, [$0.total, $0.shared]) }
        )
    }

    private var pipelines: SpendPanel? {
        guard let pipelines = costs.pipelines, !pipelines.runs.isEmpty else { return nil }
        return bars(
            "pipeline",
            "What pipelines cost",
            columns: ["Pipeline", "Cost", "Failed runs", "Retries"],
            pipelines.by(.pipeline).map { pipeline in
                let name = [pipeline.namespace, pipeline.pipeline].filter { !$0.isEmpty }
                let amounts = [pipeline.cost, pipeline.failureCost, pipeline.retryCost]
                return (name.joined(separator: "/"), amounts)
            }
        )
    }

    /// The greatest as bars, all as rows.
    private func bars(
        _ id: String,
        _ title: String,
        columns: [String],
        _ rows: [(name: String, amounts: [ExactDecimal])]
    ) -> SpendPanel {
        SpendPanel(
            id: id,
            heading: title,
            source: edition.span(costs.window),
            chart: RankBarChart(
                title: title + ".",
                entries: rows.map { .init(label: $0.name, value: $0.amounts.first?.double) },
                unit: .money,
                format: format
            ),
            columns: columns.enumerated().map { .init(title: $1, isNumber: $0 > 0) },
            rows: rows.prefix(500).map { [.text($0.name)] + $0.amounts.map(DataValue.decimal) },
            format
        )
    }
}

extension CostOwner {
    fileprivate var words: String {
        switch self {
        case .named(let name): name
        case .unnamed: "without a name"
        case .idle: "idle"
        case .overhead: "management of clusters"
        }
    }
}
