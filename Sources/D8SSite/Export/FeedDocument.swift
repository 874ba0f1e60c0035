import D8SAttention
import D8SModel

/// `feed.xml`: what needs attention as an Atom feed (RFC 4287), an entry for each item.
struct FeedDocument {
    private let edition: Edition

    init(_ edition: Edition) {
        self.edition = edition
    }

    func file() -> SiteFile {
        var feed = Markup()
        feed.tag("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        feed.tag("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        if let base {
            feed.tag(" xml:base=\"")
            feed.text(base)
            feed.tag("\"")
        }
        feed.tag(">\n")
        feed.element("id", "\(tag):feed")
        feed.element("title", "\(edition.night.organisation): what needs attention")
        feed.element("updated", "\(edition.night.asOf)")
        feed.link(rel: "self", to: (base ?? "") + "feed.xml", type: "application/atom+xml")
        feed.link(rel: "alternate", to: (base ?? "") + "index.html", type: "text/html")
        feed.tag("<author>")
        feed.element("name", edition.night.organisation)
        feed.tag("</author>\n")
        feed.element("generator", edition.night.generator)
        for item in edition.input.attention.items { add(item, to: &feed) }
        feed.tag("</feed>\n")
        return SiteFile(path: "feed.xml", text: feed.html)
    }

    private func add(_ item: Item, to feed: inout Markup) {
        let statement = item.findings.first?.statement(for: .devops)
        feed.tag("<entry>\n")
        feed.element("id", "\(tag):items/\(item.id)/\(item.life.firstNight)")
        feed.element(
            "title",
            "\(item.severity.title): \((statement?.title ?? item.id).shortened(to: 200))"
        )
        feed.element("updated", "\(edition.night.asOf)")
        feed.element("published", "\(edition.format.zone.start(of: item.life.firstNight))")
        feed.link(
            rel: "alternate",
            to: (base ?? "") + PagePath.item(item.id, .devops),
            type: "text/html"
        )
        feed.element("summary", (statement?.detail ?? "").shortened(to: 900))
        feed.tag("</entry>\n")
    }

    /// Where the site will be read, with a slash at its end; nil if nobody said.
    private var base: String? {
        edition.night.url.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    }

    /// The beginning of all ids (RFC 4151): they stay the same from night to night.
    private var tag: String {
        "tag:\(host),2026:\(Slug.of(edition.night.organisation))"
    }

    /// The site's host without port; a reserved name (RFC 2606) if nobody said where it is read.
    private var host: String {
        let rest = base.flatMap { url in
            url.utf8.firstRange(of: "://".utf8).map { url[$0.upperBound...] }
        }
        let name = rest?.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" } ?? ""
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && !name.isEmpty ? name.lowercased() : "d8s.invalid"
    }
}

extension Markup {
    /// `<name>text</name>` and an end of line.
    fileprivate mutating func element(_ name: StaticString, _ text: String) {
        tag("<")
        tag(name)
        tag(">")
        self.text(text)
        tag("</")
        tag(name)
        tag(">\n")
    }

    fileprivate mutating func link(rel: StaticString, to href: String, type: StaticString) {
        tag("<link rel=\"")
        tag(rel)
        tag("\" type=\"")
        tag(type)
        tag("\" href=\"")
        text(href)
        tag("\"/>\n")
    }
}
