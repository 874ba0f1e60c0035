import D8SModel
import Foundation
import Testing

@testable import D8SSite

@Suite struct ExportTests {
    /// By RFC 4180 and by OWASP's page on CSV injection.
    @Test(arguments: [
        (DataValue.text("plain"), "plain"),
        (.text("a,b"), "\"a,b\""),
        (.text("say \"hi\""), "\"say \"\"hi\"\"\""),
        (.text("two\r\nlines"), "\"two\r\nlines\""),
        (.text("=cmd()"), "'=cmd()"),
        (.text("+1"), "'+1"),
        (.text("-1"), "'-1"),
        (.text("@SUM(A1)"), "'@SUM(A1)"),
        (.text("\t=1"), "'\t=1"),
        (.text("\r=1"), "\"'\r=1\""),
        (.text("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
        (.text("a\u{0}b"), "\"ab\""),
        (.text(""), ""),
        (.number(-1.5), "-1.5"),
        (.number(0.22), "0.22"),
        (.number(3600), "3600"),
        (.number(.nan), ""),
        (.number(.infinity), ""),
        (.number(1e300), "1e+300"),
        (.whole(-3), "-3"),
        (.flag(true), "true"),
        (.instant(Sample.asOf), "2026-11-20T02:00:00Z"),
        (.day(Day(number: 20_777)), "2026-11-20"),
        (.missing, ""),
    ])
    func `a value is one CSV field`(value: DataValue, field: String) {
        var csv = CSV(header: ["x"])
        csv.add([value])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "x\r\n\(field)\r\n")
    }

    /// By RFC 8259, section 7.
    @Test(arguments: [
        (DataValue.text("a\"b\\c\n\t\u{1}\u{7f}é🚀"), #""a\"b\\c\n\u0009\u0001"# + "\u{7f}é🚀\""),
        (.number(0.1), "0.1"), (.number(-0.0), "0"), (.number(1e300), "1e+300"),
        (.number(.nan), "null"), (.whole(7), "7"), (.flag(false), "false"), (.missing, "null"),
        (.instant(Sample.asOf), "\"2026-11-20T02:00:00Z\""),
    ])
    func `a value is JSON`(value: DataValue, text: String) {
        #expect(String(decoding: JSONTree.value(value).document, as: UTF8.self) == text + "\n")
    }

    @Test(arguments: RenderedSites.all)
    func `JSON files are read by another reader`(
        name: String,
        site: Task<[String: String], any Error>
    ) async throws {
        for (path, text) in try await site.value where path.hasSuffix(".json") {
            #expect(throws: Never.self, "\(path)") {
                try JSONSerialization.jsonObject(with: Data(text.utf8))
            }
        }
    }

    @Test func `items for machines name their pages, their numbers and their life`() async throws {
        let text = try await RenderedSites.three.value["items.json"] ?? ""
        let tree = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let items = tree?["items"] as? [[String: Any]]
        let first = items?.first
        #expect(items?.count == 3)
        #expect(tree?["night"] as? String == "2026-11-20")
        #expect(first?["id"] as? String == "change-fail-rate-worse-checkout-api")
        #expect((first?["life"] as? [String: Any])?["state"] as? String == "new")
        let finding = (first?["findings"] as? [[String: Any]])?.first
        let measure = finding?["measure"] as? [String: Any]
        #expect(measure?["value"] as? Double == 0.22)
        #expect(measure?["n"] as? Int == 50)
        let pages = first?["pages"] as? [String: String]
        #expect(
            pages?["devops"] == "devops/items/change-fail-rate-worse-checkout-api/index.html"
        )
    }

    @Test func `a calm night's feed is a feed without entries`() async throws {
        let expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://reports.acme.example/">
            <id>tag:reports.acme.example,2026:\(Slug.of("Acme Retail")):feed</id>
            <title>Acme Retail: what needs attention</title>
            <updated>2026-11-20T02:00:00Z</updated>
            <link rel="self" type="application/atom+xml" \
            href="https://reports.acme.example/feed.xml"/>
            <link rel="alternate" type="text/html" href="https://reports.acme.example/index.html"/>
            <author><name>Acme Retail</name>
            </author>
            <generator>D8S 0.1.0</generator>
            </feed>

            """
        #expect(try await RenderedSites.calm.value["feed.xml"] == expected)
    }

    @Test func `the dictionary describes every column that is written`() async throws {
        let files = try await RenderedSites.three.value
        let text = files["analyst/data/dictionary.json"] ?? ""
        let tree = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let tables = tree?["tables"] as? [[String: Any]] ?? []
        #expect(tables.count == 6)
        for table in tables {
            let name = table["name"] as? String ?? ""
            let columns = table["columns"] as? [[String: String]] ?? []
            let header = files["analyst/data/\(name).csv"]?.prefix { $0 != "\r\n" } ?? ""
            #expect(columns.compactMap { $0["name"] }.joined(separator: ",") == header)
            #expect(columns.allSatisfy { $0["meaning"]?.hasSuffix(".") == true })
        }
    }
}
