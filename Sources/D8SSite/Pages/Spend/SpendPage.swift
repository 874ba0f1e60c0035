import D8SAnalysis
import D8SModel

/// What was spent in one currency: where the month ends, why it changed, and on what.
///
/// Executives have the month and the change; the others all panels, every service and the file.
struct SpendPage {
    /// Services that the table shows; the file has all.
    private static let length = 100

    private let edition: Edition
    private let report: SpendReport
    private let audience: Audience
    private let folder: String
    private let path: PagePath
    private let items: [Item]
    private let format: Format

    init(_ edition: Edition, _ report: SpendReport, _ audience: Audience) {
        (self.edition, self.report, self.audience) = (edition, report, audience)
        folder = PagePath.spend(report.spend.currency, audience)
        path = PagePath(folder + "index.html")
        items = edition.items(aboutSpendIn: report.spend.currency)
        format = edition.format.with(currency: report.spend.currency.code)
    }

    func files() throws(SiteError) -> [SiteFile] {
        let panels = panels
        var files = [try page(panels)]
        for panel in panels {
            files += try panel.panel.files(in: folder, brush: edition.brush, isFull: true)
            files.append(SiteFile(path: folder + panel.panel.csv, bytes: panel.csv))
        }
        guard audience != .executive else { return files }
        return files + [SiteFile(path: folder + "costs.csv", bytes: SpendFile(report).csv)]
    }

    private var panels: [SpendPanel] {
        let all = SpendPanels(report, format, asOf: edition.night.asOf)
        return audience == .executive ? all.first : all.all
    }

    private func page(_ panels: [SpendPanel]) throws(SiteError) -> SiteFile {
        let currency = report.spend.currency
        let title = "Spend in \(currency)"
        let frame = PageFrame(
            title: "\(title) · \(audience.title)",
            description: lede,
            audience: audience
        )
        let fields: Fields = [
            "crumbs": .list(
                Crumb.fields([
                    Crumb(name: audience.title, href: path.link(to: PagePath.home(audience))),
                    Crumb(name: "Spend"),
                ])
            ),
            "heading": .text(title),
            "lede": .text(lede),
            "stats": .list(stats.fields),
            "hasItems": .flag(!items.isEmpty),
            "items": .list(items.map { $0.link(from: path, audience) }),
            "panels": .list(panels.map { $0.panel.fields(isFull: true) }),
            "hasTable": .flag(audience != .executive),
            "table": .markup(table.markup),
            "drills": .list(audience == .executive ? [] : SpendDrill(report, format).fields),
            "tableHeading": .text(tableHeading),
        ]
        return try edition.page("spend", at: path, frame, fields)
    }

    private var stats: SpendStats {
        SpendStats(report, edition.input.workloads, items, format)
    }

    private var lede: String {
        let day = format.day(report.through, reference: report.today)
        let basis = report.spend.basis.rawValue
        return "Charges up to \(day), when they are all there; \(basis) cost."
    }

    private var listed: [(account: SpendNode, service: SpendNode)] {
        report.tree.parts.flatMap(\.parts).flatMap { account in
            account.parts.map { (account, $0) }
        }.sorted { $0.service < $1.service }
    }

    /// Those that cost anything: the file beside the table has the others, too.
    private var services: [(account: SpendNode, service: SpendNode)] {
        listed.filter(\.service.costsAnything)
    }

    private var tableHeading: String {
        let count = services.count
        if count > Self.length {
            return "The \(Self.length) greatest of \(format.count(count, "service"))"
        }
        return count < listed.count ? "Every service that cost anything" : "Every service"
    }

    private var table: Table {
        var table = Table(
            [
                .init(title: "Service"), .init(title: "This month", isNumber: true),
                .init(title: "Same days before", isNumber: true),
                .init(title: "Change", isNumber: true), .init(title: "Share", isNumber: true),
                .init(title: "Account"),
            ],
            isSortable: true
        )
        let whole = report.tree.amount.double
        for (account, service) in services.prefix(Self.length) {
            var head = Table.Cell(service.name ?? "without a service")
            head.isHead = true
            let change = service.before.flatMap { service.amount.subtracting($0) }
            let share = whole == 0 ? nil : service.amount.double / whole
            table.add([
                head, money(service.amount), money(service.before), money(change),
                cell(share.map(format.percent), share), .init(account.name ?? "–"),
            ])
        }
        return table
    }

    private func money(_ amount: ExactDecimal?) -> Table.Cell {
        cell(amount.map { format.money($0.double) }, amount?.double)
    }

    private func cell(_ text: String?, _ value: Double?) -> Table.Cell {
        var cell = Table.Cell(text ?? "–")
        cell.sort = value ?? 0
        return cell
    }
}
