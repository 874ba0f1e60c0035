import D8SAnalysis
import D8SAttention
import D8SModel

/// What stands under the items: what is resolved, what is accepted, and where the figures are.
struct Remainders {
    private let edition: Edition
    private let audience: Audience

    init(_ edition: Edition, _ audience: Audience) {
        self.edition = edition
        self.audience = audience
    }

    /// For a page that has items only.
    static let none: Fields = [
        "hasResolved": .flag(false), "resolved": .texts([]),
        "hasUnseen": .flag(false), "unseen": .texts([]),
        "hasAccepted": .flag(false), "acceptedHeading": .text(""),
        "acceptedTable": .markup(Markup()),
        "hasDomains": .flag(false), "domains": .list([]),
    ]

    func fields(from path: PagePath) -> Fields {
        let resolved = edition.input.attention.resolved.map(sentence)
        let unseen = edition.input.attention.unseen.map { $0.title.shortened(to: 200) }
        let accepted = audience == .executive ? [] : edition.input.attention.accepted
        let domains = domains(from: path)
        return [
            "hasResolved": .flag(!resolved.isEmpty),
            "resolved": .texts(resolved),
            "hasUnseen": .flag(!unseen.isEmpty),
            "unseen": .texts(unseen),
            "hasAccepted": .flag(!accepted.isEmpty),
            "acceptedHeading": .text(
                "\(NumberWord.capitalised(accepted.count)) accepted for a while"
            ),
            "acceptedTable": .markup(table(of: accepted, from: path).markup),
            "hasDomains": .flag(!domains.isEmpty),
            "domains": .list(domains),
        ]
    }

    private func sentence(about item: ResolvedItem) -> String {
        let format = edition.format
        return "\(item.last.title.shortened(to: 200)) · "
            + "raised on \(format.count(item.nights, "night")) since \(format.day(item.firstNight))"
    }

    private func table(of accepted: [Item], from path: PagePath) -> Table {
        var table = Table(
            ["Item", "Reason", "Owner", "Until"].map { .init(title: $0) },
            isSortable: true
        )
        for item in accepted {
            var title = Table.Cell(item.findings.first?.statement(for: audience).title ?? item.id)
            title.href = path.link(to: PagePath.item(item.id, audience))
            let acceptance = item.life.acceptance
            var until = Table.Cell(acceptance.map { edition.format.fullDay($0.until) } ?? "")
            until.sort = acceptance.map { Double($0.until.number) }
            table.add([
                title, .init(acceptance?.reason ?? ""), .init(acceptance?.owner ?? ""), until,
            ])
        }
        return table
    }

    private func domains(from path: PagePath) -> [Fields] {
        let domains = edition.shownDomains.map { domain -> Fields in
            let folder = PagePath.domain(domain.pack.name, audience)
            return [
                "name": .text("\(domain.pack.title.shortened(to: 60)) →"),
                "href": .text(path.link(to: folder + "index.html")),
            ]
        }
        let spend = edition.shownSpend.map { report -> Fields in
            let currency = report.spend.currency
            return [
                "name": .text("Spend in \(currency) →"),
                "href": .text(path.link(to: PagePath.spend(currency, audience) + "index.html")),
            ]
        }
        let workloads = edition.shownWorkloads.map { _ -> Fields in
            let page = PagePath.workloads(audience) + "index.html"
            return ["name": .text("Cost of workloads →"), "href": .text(path.link(to: page))]
        }
        let costs = spend + [workloads].compactMap(\.self)
        guard !edition.shownServices.isEmpty else { return costs + domains }
        let delivery: Fields = [
            "name": .text("Delivery figures →"),
            "href": .text(path.link(to: PagePath.delivery(audience))),
        ]
        return [delivery] + costs + domains
    }
}
