import D8SAnalysis
import D8SAttention
import D8SModel

/// The evidence and history of one item in the words of one audience.
struct ItemPage {
    private let edition: Edition
    private let item: Item
    private let audience: Audience
    private let path: PagePath

    init(_ edition: Edition, _ item: Item, _ audience: Audience) {
        self.edition = edition
        self.item = item
        self.audience = audience
        path = PagePath(PagePath.item(item.id, audience))
    }

    func file() throws(SiteError) -> SiteFile {
        let statement = item.findings.first?.statement(for: audience)
        let title = (statement?.title ?? item.id).shortened(to: 200)
        let detail = (statement?.detail ?? "").shortened(to: 600)
        let frame = PageFrame(
            title: title,
            description: detail.isEmpty ? title : detail,
            audience: audience
        )
        let opening: Fields = [
            "crumbs": .list(Crumb.fields(crumbs)),
            "heading": .text(title),
            "detail": .text(detail),
            "severity": .text(item.severity.word),
        ]
        let fields = opening.with(chart).with(sections)
            .with(ItemFacts(edition, item, audience).fields)
        return try edition.page("item", at: path, frame, fields)
    }

    private var crumbs: [Crumb] {
        var crumbs = [
            Crumb(name: audience.title, href: path.link(to: PagePath.home(audience)))
        ]
        guard let entity = item.findings.first?.entity else { return crumbs }
        if let pack = item.packs.first.flatMap(edition.shownDomain) {
            let folder = PagePath.domain(pack.name, audience)
            let href = path.link(to: folder + "index.html")
            crumbs.append(Crumb(name: pack.title.shortened(to: 60), href: href))
            return entity.kind == .pack ? crumbs : crumbs + [Crumb(name: entity.name)]
        }
        if edition.itemsAboutWorkloads.contains(where: { $0.id == item.id }) {
            let href = path.link(to: PagePath.workloads(audience) + "index.html")
            crumbs.append(Crumb(name: "Cost of workloads", href: href))
            return crumbs + [Crumb(name: entity.name)]
        }
        if let report = edition.shownSpend.first(where: {
            $0.spend.currency.code == item.findings.first?.currency
        }) {
            let folder = PagePath.spend(report.spend.currency, audience)
            crumbs.append(Crumb(name: "Spend", href: path.link(to: folder + "index.html")))
            return crumbs + [Crumb(name: entity.name)]
        }
        guard entity.kind == .service else { return crumbs + [Crumb(name: entity.name)] }
        let hasPage = edition.shownServices.contains { $0.service.name == entity.name }
        let delivery = hasPage ? path.link(to: PagePath.delivery(audience)) : nil
        crumbs.append(Crumb(name: "Delivery", href: delivery))
        let service = path.link(to: PagePath.service(entity.name) + "index.html")
        crumbs.append(
            Crumb(name: entity.name, href: hasPage && audience == .devops ? service : nil)
        )
        return crumbs
    }

    private var chart: Fields {
        guard let series = item.pictured else {
            return [
                "picture": .flag(false), "source": .text(""), "files": .list([]),
                "chartTable": .markup(Markup()),
            ]
        }
        let picture = Picture(
            wide: "chart.svg",
            narrow: "narrow.svg",
            media: Picture.phones,
            size: Picture.evidence,
            alt: series.sentence(item.format(edition.format))
        )
        let files = [
            FileLink(name: "SVG", href: "chart.svg"), FileLink(name: "PNG", href: "chart.png"),
            FileLink(name: "PDF", href: "chart.pdf"), FileLink(name: "CSV", href: "chart.csv"),
            FileLink(name: "Table", href: "#chart-table"),
        ]
        let table = series.table(item.format(edition.format), reference: edition.night.asOf)
        return [
            "picture": .group(picture.fields),
            "source": .text(series.title.shortened(to: 120)),
            "files": .list(files.map(\.fields)),
            "chartTable": .markup(table.markup),
        ]
    }

    private var sections: Fields {
        let events = (item.pictured?.annotations ?? []).map {
            "\(edition.format.dateTime($0.time, reference: edition.night.asOf)): "
                + $0.label.shortened(to: 300)
        }
        let others = item.findings.dropFirst().map { finding -> Fields in
            let statement = finding.statement(for: audience)
            return [
                "title": .text(statement.title.shortened(to: 200)),
                "detail": .text(statement.detail.shortened(to: 600)),
            ]
        }
        let actions = Self.once(item.findings.flatMap(\.actions)).map { action -> Fields in
            ["text": .prose(action.text.shortened(to: 600)), "weight": .text(action.weight)]
        }
        let commands =
            audience == .executive ? [] : Self.once(item.findings.flatMap(\.evidence.commands))
        return [
            "rows": .optional(rows),
            "hasEvents": .flag(!events.isEmpty), "events": .texts(events),
            "hasOthers": .flag(!others.isEmpty), "others": .list(others),
            "hasActions": .flag(!actions.isEmpty), "actions": .list(actions),
            "hasCommands": .flag(!commands.isEmpty),
            "commands": .text(commands.joined(separator: "\n")),
        ]
    }

    /// Each at its first place: findings of one cause often ask for the same.
    private static func once<Value: Equatable>(_ all: [Value]) -> [Value] {
        all.reduce(into: []) { known, value in
            if !known.contains(value) { known.append(value) }
        }
    }

    private var rows: Fields? {
        guard let table = item.tabled else { return nil }
        let limit = audience == .analyst ? 200 : 8
        let left = table.rows.count - limit
        let shown = table.table(
            rows: limit,
            item.format(edition.format),
            reference: edition.night.asOf
        )
        return [
            "heading": .text(table.title.shortened(to: 120)),
            "table": .markup(shown.markup),
            "more": .optional(left > 0 ? "\(edition.format.whole(left)) more." : nil),
            "href": .text("rows.csv"),
        ]
    }
}
