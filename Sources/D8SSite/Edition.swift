import D8SAnalysis
import D8SAttention
import D8SModel

/// One night's site while it is made: what all pages need.
struct Edition: Sendable {
    let input: SiteInput
    let templates: any Renderer
    let brush: Brush
    /// Services with their own pages, by name.
    let shownServices: [ServiceDelivery]
    /// Items (accepted ones too) about each service, in rank order.
    private let itemsByService: [String: [Item]]
    /// Packs with their own pages, by name.
    let shownDomains: [DomainReading]
    /// Items (accepted ones too) about each pack, in rank order.
    private let itemsByPack: [String: [Item]]
    /// Currencies with pages about what was spent in them.
    let shownSpend: [SpendReport]
    /// What clusters and pipelines cost, if it has pages.
    let shownWorkloads: WorkloadCosts?
    /// Items (accepted ones too) about that, in rank order.
    let itemsAboutWorkloads: [Item]

    init(input: SiteInput, templates: any Renderer, brush: Brush) {
        self.input = input
        self.templates = templates
        self.brush = brush
        var byService: [String: [Item]] = [:]
        for item in input.attention.items + input.attention.accepted {
            for service in item.services { byService[service, default: []].append(item) }
        }
        itemsByService = byService
        shownServices = input.delivery.services.filter {
            input.allServices || byService[$0.service.name] != nil
        }
        let byPack = input.attention.itemsByPack
        itemsByPack = byPack
        shownDomains = input.domains.filter { input.allServices || byPack[$0.pack.name] != nil }
        let items = input.attention.items + input.attention.accepted
        let workloads = items.filter(\.isAboutWorkloads)
        itemsAboutWorkloads = workloads
        shownWorkloads = input.allServices || !workloads.isEmpty ? input.workloads : nil
        shownSpend = input.spend.filter { report in
            input.allServices || items.contains { $0.isAboutSpend(in: report.spend.currency) }
        }
    }

    var night: Night { input.night }
    var format: Format { input.format }

    /// Items that have a page: what needs attention first, then what is accepted.
    var allItems: [Item] { input.attention.items + input.attention.accepted }

    func items(of service: String) -> [Item] { itemsByService[service] ?? [] }

    func items(ofPack pack: String) -> [Item] { itemsByPack[pack] ?? [] }

    func items(aboutSpendIn currency: Currency) -> [Item] {
        allItems.filter { $0.isAboutSpend(in: currency) }
    }

    /// What the page of a pack can be narrowed to.
    func filters(of domain: DomainReading) -> [DomainFilter] {
        DomainFilter.all(
            of: domain,
            items: items(ofPack: domain.pack.name),
            isWhole: input.allServices
        )
    }

    /// The pack of this name if it has a page.
    func shownDomain(_ name: String) -> Pack? {
        shownDomains.first { $0.pack.name == name }?.pack
    }

    /// `low (DORA 2023)`; the edition by its short name, whose title stands with the benchmarks.
    func grade(_ grade: Grade) -> String {
        let words = grade.edition.split(separator: "-").map { $0 == "dora" ? "DORA" : $0 }
        return "\(grade.label) (\(words.joined(separator: "\u{a0}").shortened(to: 40)))"
    }

    /// A page with everything that is on all pages.
    func page(
        _ template: String,
        at path: PagePath,
        _ frame: PageFrame,
        _ fields: Fields
    ) throws(SiteError) -> SiteFile {
        let all = frame.fields(edition: self, path: path).with(fields)
        return SiteFile(path: path.path, text: try templates.render(template, all))
    }
}

extension Item {
    fileprivate var isAboutWorkloads: Bool {
        let rules = Set(WorkloadRules.all.map(\.name))
        return findings.contains { rules.contains($0.rule) }
    }

    fileprivate func isAboutSpend(in currency: Currency) -> Bool {
        !isAboutWorkloads
            && findings.contains {
                [.spend, .budget].contains($0.entity.kind) && $0.currency == currency.code
            }
    }

    /// Names of the services that its findings are about, in their order.
    fileprivate var services: [String] {
        var names: [String] = []
        for finding in findings where finding.entity.kind == .service {
            if !names.contains(finding.entity.name) { names.append(finding.entity.name) }
        }
        return names
    }
}
