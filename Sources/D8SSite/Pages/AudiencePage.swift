import D8SAnalysis
import D8SAttention
import D8SModel

/// The first page of an audience: what needs attention, in rank order.
struct AudiencePage {
    private let edition: Edition
    private let audience: Audience

    init(_ edition: Edition, _ audience: Audience) {
        self.edition = edition
        self.audience = audience
    }

    /// The page; the executives' also as the site's first page and, where not all items fit, with a
    /// page that has them all.
    func files() throws(SiteError) -> [SiteFile] {
        var files = [try page(at: PagePath(PagePath.home(audience)))]
        guard audience == .executive else { return files }
        files.append(try page(at: PagePath("index.html")))
        if items.count > shown.count { files.append(try allItems()) }
        return files
    }

    private var items: [Item] { edition.input.attention.items }

    private var shown: ArraySlice<Item> {
        audience == .executive ? items.prefix(5) : items[...]
    }

    private func page(at path: PagePath) throws(SiteError) -> SiteFile {
        let metrics = KeyMetric.strip(
            of: items,
            services: edition.input.delivery.services.count,
            edition.format
        )
        let heading = Headline.title(items.count)
        let isCalm = items.isEmpty
        let summary = Headline.summary(edition.input.attention, checks: edition.input.checks)
        let frame = PageFrame(
            title: "\(heading) · \(audience.title)",
            description: summary.isEmpty ? heading : summary,
            audience: audience,
            isCalm: isCalm
        )
        let fields: Fields = [
            "heading": .text(heading),
            "lede": .optional(isCalm || summary.isEmpty ? nil : summary),
            "hasSlots": .flag(!metrics.isEmpty),
            "slots": .list(metrics.map(\.fields)),
            "emptySlots": .texts(Array(repeating: "", count: 5 - metrics.count)),
            "hasItems": .flag(!shown.isEmpty),
            "items": .list(shown.map { card($0, path) }),
            "rest": .optional(rest(from: path)),
        ]
        let lists = Remainders(edition, audience)
        return try edition.page("audience", at: path, frame, fields.with(lists.fields(from: path)))
    }

    private func allItems() throws(SiteError) -> SiteFile {
        let path = PagePath(PagePath.items(audience))
        let heading = Headline.title(items.count)
        let frame = PageFrame(
            title: "All items · \(audience.title)",
            description: "\(heading), in rank order.",
            audience: audience
        )
        let fields: Fields = [
            "heading": .text(heading), "lede": .text("All of them, in rank order."),
            "hasSlots": .flag(false), "slots": .list([]), "emptySlots": .texts([]),
            "hasItems": .flag(true),
            "items": .list(items.map { card($0, path) }),
            "rest": .flag(false),
        ]
        return try edition.page("audience", at: path, frame, fields.with(Remainders.none))
    }

    private func card(_ item: Item, _ path: PagePath) -> Fields {
        Card(item: item, audience: audience, edition: edition).fields(from: path)
    }

    private func rest(from path: PagePath) -> Fields? {
        let count = items.count - shown.count
        guard count > 0 else { return nil }
        return [
            "text": .text("+\(edition.format.whole(count)) more"),
            "href": .text(path.link(to: PagePath.items(audience))),
        ]
    }
}
