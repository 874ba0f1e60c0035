import D8SModel
import Testing

@testable import D8SSite

@Suite struct ElementTests {
    private let format = Format(zone: .utc)

    @Test func `a table has heads, numbers to sort by and escaped texts`() {
        var table = Table(
            [.init(title: "Service"), .init(title: "Fail <rate>", isNumber: true)],
            isSortable: true
        )
        var head = Table.Cell("a & b")
        head.isHead = true
        head.href = "x/index.html"
        var rate = Table.Cell("22 %")
        rate.sort = 0.22
        rate.lines = ["11 of 50"]
        table.add([head, rate])
        let expected = """
            <table class="sortable">
            <thead><tr><th scope="col">Service</th>\
            <th scope="col" class="number">Fail &lt;rate&gt;</th></tr></thead>
            <tbody>
            <tr><th scope="row"><a href="x/index.html"><bdi>a &amp; b</bdi></a></th>\
            <td class="number" data-value="0.22">22 %<span class="sub">11 of 50</span></td></tr>
            </tbody>
            </table>
            """
        #expect(table.markup.html == expected)
    }

    @Test func `a long cell is cut in its middle and can be read whole`() {
        let name = String(repeating: "ab", count: 60)
        var table = Table([.init(title: "Name")])
        table.add([.init(name)])
        let html = table.markup.html
        #expect(html.contains("title=\"\(name)\""))
        #expect(html.contains("…"))
        #expect(html.contains("class=\"words\""))
    }

    @Test(arguments: [
        ([Severity?.some(.critical)], 1, "new tonight"),
        (
            [nil, nil, .warning, .warning, .warning, .critical], 4,
            "critical since tonight, warning for 3\u{a0}nights before; raised since 17\u{a0}Nov"
        ),
        ([.warning, .warning], 12, "warning for 12\u{a0}nights; raised since 17\u{a0}Nov"),
        ([], 3, "night\u{a0}3 since 17\u{a0}Nov"),
    ])
    func `a life is told in a sentence`(history: [Severity?], night: Int, sentence: String) {
        let life = Life(
            state: night == 1 ? .new : .ongoing,
            firstNight: Day(number: 20_774),
            night: night,
            history: history,
            due: nil
        )
        #expect(life.sentence(format) == sentence)
    }

    @Test(arguments: [
        // 1 / (1 − 0.99958) = 2,380.95…, to two digits 2,400.
        (0.99958, "1 in 2,400 by chance"),
        (0.95, "1 in 20 by chance"),
        (1.0, "under 1 in a million by chance"),
        (0.4, nil),
        (nil, nil),
        (.nan, nil),
    ])
    func `confidence is told as odds`(confidence: Double?, words: String?) {
        let finding = Finding(
            rule: "r",
            entity: Entity(kind: .service, name: "s"),
            severity: .info,
            magnitude: 0,
            confidence: confidence,
            statements: [:],
            actions: [],
            evidence: Evidence(method: "", data: "", commands: [])
        )
        #expect(finding.chance(format) == words)
    }

    @Test func `the strip has each measure once, in rank order, with what it was`() throws {
        let items = Sample.full.items
        let strip = KeyMetric.strip(of: items, services: 3, format)
        #expect(
            strip.map(\.label) == ["Change fail rate", "Lead time for changes", "Recovery time"]
        )
        let first = try #require(strip.first)
        #expect(first.value == "22\u{a0}%")
        #expect(first.was == "was\u{a0}9\u{a0}% · since\u{a0}7\u{a0}Nov")
        #expect(first.who == "checkout-api")
        #expect(KeyMetric.strip(of: items, services: 1, format).first?.who == nil)
    }

    @Test func `only what readers steer by is a key metric`() {
        let mapped = SampleItem(
            id: "mapped",
            service: "search",
            severity: .warning,
            title: "",
            detail: "",
            action: "",
            measure: .mappedChanges
        )
        #expect(KeyMetric.strip(of: [mapped.item], services: 1, format).isEmpty)
    }

    @Test(arguments: [
        ("index.html", ""), ("devops/index.html", "../"),
        ("devops/items/x/index.html", "../../../"),
    ])
    func `a page knows its way to the root`(path: String, root: String) {
        #expect(PagePath(path).root == root)
    }

    @Test(arguments: [
        ("cfr-checkout", true), ("a.b_c-1", true), ("", false), ("..", false), (".hidden", false),
        ("a/b", false), ("A", false), ("é", false), (String(repeating: "a", count: 201), false),
    ])
    func `only plain ids are folder names`(id: String, isName: Bool) {
        #expect(id.isFolderName == isName)
    }
}
