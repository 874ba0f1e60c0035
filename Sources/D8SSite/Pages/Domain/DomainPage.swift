import D8SModel

/// What a night read of one pack: what needs attention, its measures, and its panels.
///
/// Executives have the key measures that need attention; the others have all measures, DevOps the
/// panels too.
struct DomainPage {
    private let edition: Edition
    private let domain: DomainReading
    private let audience: Audience
    private let path: PagePath
    private let folder: String
    private let items: [Item]
    /// What the page can be narrowed to, and is; DevOps alone has that.
    private let filters: [DomainFilter]
    private let filter: DomainFilter?

    init(
        _ edition: Edition,
        _ domain: DomainReading,
        _ audience: Audience,
        filters: [DomainFilter],
        narrowedTo filter: DomainFilter? = nil
    ) {
        self.edition = edition
        self.domain = filter.map(domain.narrowed) ?? domain
        self.audience = audience
        self.filter = filter
        let home = PagePath.domain(domain.pack.name, audience)
        folder = filter.map { home + $0.folder + "/" } ?? home
        path = PagePath(folder + "index.html")
        let items = edition.items(ofPack: domain.pack.name)
        self.filters = audience == .devops ? filters : []
        self.items = items.filter { item in
            guard let filter else { return true }
            return item.findings.contains { filter.isIn($0.entity.name) }
        }
    }

    /// The page, the files of each of its panels, and the values of its measures: of many series
    /// each is large.
    var batches: [SiteBatch] {
        var batches: [SiteBatch] = [{ [try page(panels)] }]
        for panel in audience == .devops ? domain.panels : [] {
            batches.append {
                try DomainPanels(edition, domain).panel(panel)?
                    .files(in: folder, brush: edition.brush, isFull: isFull) ?? []
            }
        }
        guard audience != .executive else { return batches }
        return batches + [{ [DomainTable(edition, domain).file(at: folder + "measures.csv")] }]
    }

    /// Everything at once.
    func files() throws(SiteError) -> [SiteFile] {
        let panels = panels
        var files = [try page(panels)]
        for panel in panels {
            files += try panel.files(in: folder, brush: edition.brush, isFull: isFull)
        }
        guard audience != .executive else { return files }
        return files + [DomainTable(edition, domain).file(at: folder + "measures.csv")]
    }

    private var panels: [DomainPanel] {
        audience == .devops ? DomainPanels(edition, domain).all : []
    }

    private func page(_ panels: [DomainPanel]) throws(SiteError) -> SiteFile {
        let pack = domain.pack
        let title = pack.title.shortened(to: 60)
        let frame = PageFrame(
            title: "\(title) · \(audience.title)",
            description: pack.about.shortened(to: 300),
            audience: audience
        )
        let stats = stats
        let table = DomainTable(edition, domain)
        let fields: Fields = [
            "crumbs": .list(
                Crumb.fields(
                    [
                        Crumb(name: audience.title, href: path.link(to: PagePath.home(audience)))
                    ] + crumbs
                )
            ),
            "heading": .text(title),
            "lede": .text(lede),
            "hasStats": .flag(!stats.isEmpty), "stats": .list(stats),
            "hasItems": .flag(!items.isEmpty),
            "items": .list(items.map { $0.link(from: path, audience) }),
            "filters": .list(filterFields),
            "hasPanels": .flag(!panels.isEmpty),
            "ranges": .list(DomainPanels.ranges(of: panels)),
            "panels": .list(panels.map { $0.fields(isFull: isFull) }),
            "hasTable": .flag(audience != .executive),
            "table": .markup(table.table.markup),
        ]
        return try edition.page("domain", at: path, frame, fields)
    }

    /// Whether panels are there as PNG and PDF too.
    private var isFull: Bool { !items.isEmpty && filter == nil }

    private var crumbs: [Crumb] {
        let title = domain.pack.title.shortened(to: 60)
        guard let filter else { return [Crumb(name: title)] }
        let home = path.link(to: PagePath.domain(domain.pack.name, audience) + "index.html")
        return [Crumb(name: title, href: home), Crumb(name: filter.value.shortened(to: 60))]
    }

    /// For each label a line of links, the present one without.
    private var filterFields: [Fields] {
        var labels: [String] = []
        for filter in filters where !labels.contains(filter.label) { labels.append(filter.label) }
        return labels.map { label in
            let home = PagePath.domain(domain.pack.name, audience)
            let isFiltered = filter?.label == label
            var list = FilterList()
            list.add("all", href: isFiltered ? path.link(to: home + "index.html") : nil)
            for other in filters where other.label == label {
                let href = path.link(to: home + other.folder + "/index.html")
                list.add(other.value.shortened(to: 40), href: other == filter ? nil : href)
            }
            return ["label": .text(label), "values": .markup(list.markup)]
        }
    }

    /// What was looked at, and of when.
    private var lede: String {
        let format = edition.format
        let pack = domain.pack
        let count = DomainTable.entities(of: domain).count
        let seen =
            pack.entity.labels.isEmpty
            ? "" : " \(format.count(count, pack.entity.kind.rawValue, pack.entity.plural)) seen."
        return
            "\(pack.about.shortened(to: 300))\(seen) As of \(edition.instant(edition.night.asOf))."
    }

    /// The measures in attention, worst first; executives have the key ones, at most five.
    private var stats: [Fields] {
        var seen: Set<MeasureName> = []
        let findings = items.flatMap(\.findings).filter { finding in
            guard let name = finding.measure?.name else { return false }
            return (audience != .executive || name.isKey) && seen.insert(name).inserted
        }
        return findings.prefix(5).map { finding in
            let measure = finding.measure
            let lines = [
                finding.entity.name.shortened(to: 40), finding.change(edition.format),
            ]
            return [
                "label": .text(measure?.name.shortTitle.shortened(to: 60) ?? ""),
                "severity": .text(finding.severity.word),
                "value": .optional(measure?.text(edition.format)),
                "lines": .texts(lines.compactMap(\.self)),
            ]
        }
    }
}
