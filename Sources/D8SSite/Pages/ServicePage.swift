import D8SAnalysis
import D8SModel

/// One service's delivery for DevOps: five metrics, five panels, and the rows behind them.
struct ServicePage {
    private let edition: Edition
    private let delivery: ServiceDelivery
    private let path: PagePath
    private let folder: String
    private let items: [Item]

    init(_ edition: Edition, _ delivery: ServiceDelivery) {
        self.edition = edition
        self.delivery = delivery
        folder = PagePath.service(delivery.service.name)
        path = PagePath(folder + "index.html")
        items = edition.items(of: delivery.service.name)
    }

    func files() throws(SiteError) -> [SiteFile] {
        let panels = ServicePanels(edition, delivery).all
        var files = [try page(panels)]
        for panel in panels {
            files += try panel.files(in: folder, brush: edition.brush, isFull: !items.isEmpty)
        }
        return files + ServiceTables(delivery).files(in: folder)
    }

    private func page(_ panels: [Panel]) throws(SiteError) -> SiteFile {
        let name = delivery.service.name
        let frame = PageFrame(
            title: "\(name.shortened(to: 60)) · Delivery · DevOps",
            description: "DORA's five metrics of \(name.shortened(to: 60)) with their evidence.",
            audience: .devops
        )
        let fields: Fields = [
            "crumbs": .list(Crumb.fields(crumbs)),
            "fullName": .text(name.shortened(to: 1000)),
            "heading": .text(name.shortened(to: 80)),
            "lede": .text(lede),
            "stats": .list(
                zip(delivery.now.five, delivery.before.five).map {
                    stat($0, before: $1)
                }
            ),
            "hasItems": .flag(!items.isEmpty),
            "items": .list(items.map { $0.link(from: path, .devops) }),
            "panels": .list(panels.map { $0.fields(isFull: !items.isEmpty) }),
        ]
        return try edition.page("service", at: path, frame, fields)
    }

    private var crumbs: [Crumb] {
        [
            Crumb(name: "DevOps", href: path.link(to: PagePath.home(.devops))),
            Crumb(name: "Delivery", href: path.link(to: PagePath.delivery(.devops))),
            Crumb(name: delivery.service.name),
        ]
    }

    private var lede: String {
        let team = delivery.service.team.map { "\($0.shortened(to: 60)) · " } ?? ""
        return "\(team)\(delivery.environment.shortened(to: 60)) · "
            + edition.span(delivery.now.window)
    }

    private func stat(_ measure: Measure, before: Measure) -> Fields {
        let format = edition.format
        let findings = items.flatMap(\.findings).filter {
            $0.measure?.name == measure.name && $0.entity == measure.entity
        }
        let severity = findings.map(\.severity).max()
        let was = before.value.map { "was \(format.value($0, before.unit))" }
        let lines = [was, measure.sample(format), measure.range(format)].compactMap(\.self)
        return [
            "label": .text(measure.name.shortTitle),
            "severity": .text(severity?.word ?? ""),
            "needs": .flag(severity != nil),
            "value": .optional(measure.text(format)),
            "lines": .texts(lines + measure.grades.map(edition.grade)),
        ]
    }
}
