import D8SModel
import Foundation
import Testing

@testable import D8SSite

@Suite struct SiteTests {
    typealias Rendered = Task<[String: String], any Error>

    @Test(arguments: RenderedSites.all)
    func `every link on every page leads to a file of the site`(
        name: String,
        site: Rendered
    ) async throws {
        let files = try await site.value
        for (path, html) in files where path.hasSuffix(".html") {
            for link in html.attributes(["href", "src", "srcset"]) {
                let parts = link.split(separator: "#", omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? path : path.resolving(String(parts[0]))
                let isPast = target.hasPrefix("editions/20") && target.hasSuffix("/index.html")
                #expect(isPast || files[target] != nil, "\(path) links to \(link)")
                if parts.count > 1 {
                    #expect(
                        files[target]?.contains("id=\"\(parts[1])\"") == true,
                        "\(path) \(link)"
                    )
                }
            }
        }
    }

    @Test(arguments: RenderedSites.all)
    func `pages need no inline code, have one h1, headings in order and unique ids`(
        name: String,
        site: Rendered
    ) async throws {
        for (path, html) in try await site.value where path.hasSuffix(".html") {
            #expect(html.contains("default-src 'none'"), "\(path)")
            #expect(!html.contains(" style="), "\(path)")
            #expect(!html.contains("<style"), "\(path)")
            #expect(html.components(separatedBy: "<script").count == 2, "\(path)")
            #expect(html.contains("site.js\" defer></script>"), "\(path)")
            #expect(html.attributes.allSatisfy { !$0.name.hasPrefix("on") }, "\(path)")
            #expect(!html.contains("http:"), "\(path)")
            let levels = html.components(separatedBy: "<h").dropFirst()
                .compactMap { Int($0.prefix(1)) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(path) \(levels)")
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path)")
            let ids = html.attributes(["id"])
            #expect(Set(ids).count == ids.count, "\(path)")
            #expect(html.contains("<html lang=\"en\"") && html.contains("<main id=\"main\""))
        }
    }

    @Test func `hostile names stay text`() async throws {
        for (path, text) in try await RenderedSites.hostile.value where path.hasSuffix(".html") {
            #expect(!text.contains("<script>alert"), "\(path)")
            #expect(!text.unicodeScalars.contains("\u{202e}"), "\(path)")
            #expect(!text.unicodeScalars.contains("\u{0}"), "\(path)")
            #expect(!text.contains("<b>Acme"), "\(path)")
            #expect(!text.contains("\u{301} onmouseover=alert(1) x=\"\u{20}"), "\(path)")
        }
    }

    @Test func `hostile names do not leave the folder of the site`() async throws {
        for path in try await RenderedSites.hostile.value.keys {
            #expect(!path.contains("..") && !path.hasPrefix("/"), "\(path)")
        }
    }

    @Test func `a night without items says so in one line`() async throws {
        let page = try await RenderedSites.calm.value["index.html"]
        #expect(page?.contains("<h1>Nothing needs attention.</h1>") == true)
        #expect(page?.contains("class=\"item") == false)
        #expect(page?.contains("class=\"slot") == false)
        #expect(
            page?.contains("9 of 9 sources fresh · 223 things checked · valid until") == true
        )
    }

    @Test func `services without anything to say have no page`() async throws {
        let files = try await RenderedSites.calm.value
        #expect(files.keys.filter { $0.contains("/delivery/") } == [])
        #expect(files["analyst/data/measures.csv"]?.contains("checkout-api") == true)
    }

    @Test func `a domain has a page for each audience, panels for DevOps, and one for each host`()
        async throws
    {
        let files = try await RenderedSites.domain.value
        for audience in Audience.allCases {
            #expect(files["\(audience.rawValue)/system/index.html"] != nil)
        }
        let page = try #require(files["devops/system/index.html"])
        #expect(page.contains("Could not be read: too many samples &lt;b&gt;"))
        #expect(page.contains("class=\"d30\""))
        #expect(files["devops/system/panel-heatmap-30d.svg"] != nil)
        #expect(files["executive/system/panel-heatmap-30d.svg"] == nil)
        let narrowed = files.keys.filter { $0.hasPrefix("devops/system/instance-") }
        #expect(narrowed.count { $0.hasSuffix("/index.html") } == 2)
        let rows = try #require(files["devops/system/panel-bars-1d.csv"])
        #expect(rows.hasPrefix("series,time,value,unit\r\n"))
    }

    @Test func `a spend has a page for each audience, all panels for those who look closer`()
        async throws
    {
        let files = try await RenderedSites.spend.value
        let executive = try #require(files["executive/spend-usd/index.html"])
        let analyst = try #require(files["analyst/spend-usd/index.html"])
        #expect(executive.contains("will end at"))
        #expect(!executive.contains("Every service") && analyst.contains("Every service"))
        #expect(files["executive/spend-usd/month.svg"] != nil)
        #expect(files["executive/spend-usd/tree.svg"] == nil)
        #expect(files["analyst/spend-usd/tree.svg"] != nil)
        let rows = try #require(files["analyst/spend-usd/costs.csv"]).split(separator: "\r\n")
        #expect(rows.first == "day,provider,account,service,currency,cost")
        #expect(rows.count == 1 + 5 * 149)
    }

    @Test func `a calm spend has no page`() async throws {
        var sample = Sample.spend
        sample.items = []
        let files = try await rendered(sample)
        #expect(files["executive/spend-usd/index.html"] == nil)
    }

    @Test func `a calm domain has no page`() async throws {
        var sample = Sample()
        sample.domains = [SampleDomain().reading]
        #expect(try await rendered(sample)["devops/system/index.html"] == nil)
    }

    @Test func `executives see five items and a link to the rest`() async throws {
        let files = try await RenderedSites.full.value
        let page = files["executive/index.html"]
        #expect(page?.components(separatedBy: "<article class=\"item").count == 5 + 1)
        #expect(page?.contains("+2\u{a0}more") == true || page?.contains("+2 more") == true)
        #expect(
            files["executive/items/index.html"]?.components(separatedBy: "<article class=\"item")
                .count == 7 + 1
        )
        #expect(
            files["devops/index.html"]?.components(separatedBy: "<article class=\"item").count == 7
                + 1
        )
    }

    @Test func `the first page and the executives' page say the same`() async throws {
        let files = try await RenderedSites.three.value
        let first = files["index.html"]?.replacing("executive/", with: "")
        let own = files["executive/index.html"]?.replacing("../executive/", with: "")
            .replacing("../", with: "").replacing("data-root=\"../\"", with: "data-root=\"\"")
        #expect(first == own)
    }

    @Test func `the methods page writes means in the unit of their scale`() async throws {
        let page = try await RenderedSites.three.value["methods/index.html"]
        #expect(page?.contains("published mean 19\u{a0}%") == true)
        #expect(page?.contains("published mean 7.4") == true)
        // Two bounds: the best category gives 2 · 2, the next 2 · 1, beyond 0.
        #expect(page?.contains("4: up to 1\u{a0}h") == true)
    }

    @Test func `what cannot be seen and what is no longer accepted is told`() async throws {
        let page = try await RenderedSites.full.value["devops/index.html"]
        #expect(page?.contains("<h2 id=\"unseen\">Not known tonight") == true)
        #expect(page?.contains("<li>acceptance ended on 19\u{a0}Nov</li>") == true)
    }

    @Test func `the same input gives the same bytes`() async throws {
        #expect(try await RenderedSites.full.value == rendered(.full))
    }

    @Test func `an id that is no folder name is refused`() async throws {
        var sample = Sample.threeItems
        sample.items = [
            SampleItem(
                id: "../up",
                service: "web",
                severity: .info,
                title: "T",
                detail: "D",
                action: "A"
            ).item
        ]
        await #expect(throws: SiteError.unsafeItem(id: "../up")) { try await rendered(sample) }
    }

    @Test func `numbers follow the language`() async throws {
        var sample = Sample.threeItems
        sample.language = .brazilianPortuguese
        let page = try await rendered(sample)["index.html"]
        #expect(page?.contains("6,2\u{a0}d") == true)
    }

    @Test func `accepted items are told to those who act, with reason, owner and end`() async throws
    {
        let files = try await RenderedSites.full.value
        for word in ["frozen until the migration is over", "Ada", "13\u{a0}Dec\u{a0}2026"] {
            #expect(files["devops/index.html"]?.contains(word) == true, "\(word)")
            #expect(files["executive/index.html"]?.contains(word) == false, "\(word)")
        }
    }
}

extension String {
    /// The attributes of all tags, read as a browser does: names, and values in double quotes.
    fileprivate var attributes: [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        for tag in components(separatedBy: "<").dropFirst() {
            let pieces = tag.components(separatedBy: "\"")
            for index in stride(from: 0, to: pieces.count - 1, by: 2) {
                // A `>` outside of quotes ends the tag; what follows is text.
                guard !pieces[index].contains(">") else { break }
                let name = pieces[index].split(separator: " ").last ?? ""
                attributes.append((String(name.dropLast()), pieces[index + 1]))
            }
        }
        return attributes
    }

    /// The values of these attributes.
    fileprivate func attributes(_ names: [String]) -> [String] {
        attributes.filter { names.contains($0.name) }.map(\.value)
    }

    /// The path that this relative link leads to from the page at this path.
    fileprivate func resolving(_ link: String) -> String {
        var folders = split(separator: "/").dropLast()
        for part in link.split(separator: "/") {
            if part == ".." { _ = folders.popLast() } else { folders.append(part) }
        }
        return folders.joined(separator: "/")
    }
}
