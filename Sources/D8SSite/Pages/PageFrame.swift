import D8SModel

/// What is around the content of a page: title, navigation, footer.
struct PageFrame {
    let title: String
    let description: String
    /// The audience whose page this is; nil for pages that belong to all.
    var audience: Audience?
    /// Whether the page has nothing to say.
    var isCalm = false

    func fields(edition: Edition, path: PagePath) -> Fields {
        let night = edition.night
        return [
            "root": .text(path.root),
            "title": .text("\(title.shortened(to: 120)) · \(night.organisation.shortened(to: 60))"),
            "description": .text(description.shortened(to: 300)),
            "generator": .text(night.generator),
            "organisation": .text(night.organisation.shortened(to: 60)),
            "nav": .list(Audience.allCases.map { navigation(to: $0, from: path) }),
            "night": .text(
                "Night of \(edition.format.namedDay(night.day)) · data to \(edition.dataTime)"
            ),
            "asOfMachine": .text("\(night.asOf)"),
            "validUntilMachine": .text("\(night.validUntil)"),
            "validUntil": .text(edition.instant(night.validUntil)),
            "proof": .text(edition.proof),
            "footLinks": .list(footLinks(edition, path)),
            "calm": .flag(isCalm),
        ]
    }

    private func navigation(to other: Audience, from path: PagePath) -> Fields {
        [
            "href": .text(path.link(to: PagePath.home(other))),
            "name": .text(other.title),
            "current": .flag(other == audience),
        ]
    }

    private func footLinks(_ edition: Edition, _ path: PagePath) -> [Fields] {
        var links: [(String, String)] = []
        if edition.input.hasSummaries {
            let reader = audience ?? .executive
            links.append(("Summary (PDF)", "\(reader.rawValue)/summary.pdf"))
        }
        links.append(("How we decide", "methods/index.html"))
        if !edition.input.pastEditions.isEmpty {
            links.append(("Past editions", "editions/index.html"))
        }
        links.append(("Data", "analyst/data/index.html"))
        links.append(("Feed", "feed.xml"))
        return links.map { ["name": .text($0.0), "href": .text(path.link(to: $0.1))] }
    }
}
