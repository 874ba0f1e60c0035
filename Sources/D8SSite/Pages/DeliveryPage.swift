import D8SAnalysis
import D8SModel

/// The delivery of the services that have something to say, team by team.
struct DeliveryPage {
    private let edition: Edition
    private let audience: Audience
    private let path: PagePath

    init(_ edition: Edition, _ audience: Audience) {
        self.edition = edition
        self.audience = audience
        path = PagePath(PagePath.delivery(audience))
    }

    /// The page; none if no service has anything to say.
    func files() throws(SiteError) -> [SiteFile] {
        let services = edition.shownServices
        guard !services.isEmpty else { return [] }
        let report = edition.input.delivery
        let shown = DeliveryReport(
            window: report.window,
            services: services,
            benchmarks: report.benchmarks
        )
        let lede = lede(shown: services.count, of: report.services.count)
        let frame = PageFrame(
            title: "Delivery · \(audience.title)",
            description: lede,
            audience: audience
        )
        let fields: Fields = [
            "crumbs": .list(
                Crumb.fields([
                    Crumb(name: audience.title, href: path.link(to: PagePath.home(audience))),
                    Crumb(name: "Delivery"),
                ])
            ),
            "heading": .text("Delivery"),
            "lede": .text(lede),
            "teams": .list(
                shown.teams.enumerated().map { team($1.team, $1.services, number: $0) }
            ),
            "source": .text(source),
        ]
        return [try edition.page("delivery", at: path, frame, fields)]
    }

    private func lede(shown: Int, of all: Int) -> String {
        let format = edition.format
        guard shown < all else {
            return "DORA's five metrics of \(format.count(all, "service"))."
        }
        return "DORA's five metrics of \(format.whole(shown)) of \(format.count(all, "service"))."
            + " The others have nothing that needs attention, so they are not shown."
    }

    private var source: String {
        let report = edition.input.delivery
        let editions = report.benchmarks.map(\.title).joined(separator: ", ")
        return "Deployments, changes and incidents from \(edition.span(report.window))"
            + (editions.isEmpty ? "." : "; levels by \(editions).")
    }

    private func team(_ name: String?, _ services: [ServiceDelivery], number: Int) -> Fields {
        let metrics = services.first?.now.five.map(\.name.title) ?? []
        var table = Table(
            [.init(title: "Service")] + metrics.map { .init(title: $0) },
            isSortable: true,
            isEven: true
        )
        for service in services { table.add(row(of: service)) }
        return [
            "id": .text("team-\(number + 1)"),
            "name": .text(name?.shortened(to: 80) ?? "No team"),
            "table": .markup(table.markup),
        ]
    }

    private func row(of service: ServiceDelivery) -> [Table.Cell] {
        var head = Table.Cell(service.service.name)
        head.isHead = true
        if audience == .devops {
            head.href = path.link(to: PagePath.service(service.service.name) + "index.html")
        }
        return [head]
            + zip(service.now.five, service.before.five).map { cell(of: $0, before: $1) }
    }

    private func cell(of measure: Measure, before: Measure) -> Table.Cell {
        let format = edition.format
        var cell = Table.Cell(format.value(measure.value, measure.unit))
        cell.sort = measure.value ?? -1
        let was = before.value.map { "was \(format.value($0, before.unit))" }
        let grades = measure.grades.map(edition.grade)
        switch audience {
        case .executive: cell.lines = [was].compactMap(\.self) + grades.prefix(1)
        case .devops: cell.lines = [was, measure.sample(format)].compactMap(\.self) + grades
        case .analyst:
            cell.lines =
                [measure.sample(format), measure.range(format), was].compactMap(\.self) + grades
        }
        return cell
    }
}

extension Edition {
    /// `22 Aug – 19 Nov 2026`: the first and the last day of a window.
    func span(_ window: Window) -> String {
        let last = format.zone.day(of: window.end.adding(seconds: -1))
        let first = format.zone.day(of: window.start)
        return "\(format.day(first, reference: last)) to \(format.fullDay(last))"
    }
}
